"""The report on a folder of gold, its tables, and the floor that falls only when it is pinned."""

import json
from pathlib import Path

import pytest

from factledger.evaluate import Report, as_document, evaluate, render
from factledger.gold import GoldDocument, GoldError, load_gold
from factledger.quality import fallen, pin
from factledger.scoring.tally import Tally
from models import Extraction
from tests.factledger.perfect import GOLD_DOCUMENT, SOURCE, changed, perfect, scores_of


def test_evaluate_reads_a_folder_and_renders_tables(tmp_path: Path) -> None:
    (tmp_path / "sample.gold").write_text(SOURCE, encoding="utf8")
    report = evaluate(tmp_path, lambda document: Extraction())
    assert (report.documents, report.claims, report.scores.slots["claims"]) == (1, 4, Tally(3, 0, 0))
    plain = render(report, errors=True)
    assert "1 gold documents, 4 marked claims" in plain
    assert "missed claim in sample\n  expected: killed 10+ (at least 10 people)" in plain
    assert "sentence: In Sarn at least 10 people died in February" in plain
    markdown = render(report, markdown=True)
    assert "| claims | 3 | 0 | 0 | - | 0.000 | 0.000 |" in markdown and "missed claim in" not in markdown


def test_wrong_gold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sample.gold").write_text("no header", encoding="utf8")
    with pytest.raises(GoldError, match=r"sample\.gold, line 1"):
        evaluate(tmp_path, lambda document: Extraction())


@pytest.mark.parametrize("document", load_gold(), ids=lambda document: document.name)
def test_reading_keeps_the_gold_text(document: GoldDocument) -> None:
    read = as_document(document)
    assert (read.text, read.publisher, read.blocks) == (document.text, document.publisher, document.blocks)


def test_confidence_bands_and_worst_rules() -> None:
    found = changed(0, event="injured", confidence=0.6, rule="a-bad-rule")
    text = render(Report(1, 4, scores_of(found)))
    assert "0.50-0.70       1  0.000" in text
    assert "0.90-0.95       3  1.000" in text
    assert "killed    injured       1" in text
    assert "a-bad-rule      1      0      0.000" in text and "by-hand" not in text


# ---- the floor

def test_the_floor_holds_until_it_is_pinned_lower(tmp_path: Path) -> None:
    floor = tmp_path / "quality.json"
    good, bad = scores_of(perfect(GOLD_DOCUMENT)), scores_of(changed(1, event="injured"))
    pin(good, floor)
    assert fallen(good, floor) == []
    sentences = fallen(bad, floor)
    assert [sentence.split(":")[0] for sentence in sentences] == ["event", "value+event"]
    assert "factledger evaluate --pin" in sentences[0]
    pin(bad, floor)
    assert fallen(bad, floor) == [] and fallen(good, floor) == []
    assert json.loads(floor.read_text(encoding="utf8"))["event"] == 0.75
