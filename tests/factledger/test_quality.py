"""The quality gate: no slot's F1 on the gold may fall below tests/quality.json, which `evaluate --pin` writes."""

import tomllib
from pathlib import Path

from db.records import Worth
from factledger.evaluate import evaluate
from factledger.quality import fallen, keep_record
from factledger.scoring import Scores, Tally


def test_no_slot_falls_below_its_floor() -> None:
    assert fallen(evaluate().scores) == []


def test_the_record_counts_gold_and_reviewers(tmp_path: Path) -> None:
    scores = Scores(rules={"so-many-were": Tally(found=10, right=9)}, doubts={"vague": Tally(found=4, right=2)})
    path = tmp_path / "confidence.toml"
    keep_record(scores, [Worth("so-many-were", 20, 5, 1, 2), Worth("deaths-rose-to", 3, 0, 0, 0)], path)
    assert tomllib.loads(path.read_text(encoding="utf8")) == {
        "all": {"claims": [18, 14]},
        "rules": {"so-many-were": [18, 14]},
        "doubts": {"vague": [4, 2]},
    }
