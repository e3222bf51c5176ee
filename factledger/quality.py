"""The quality gate: the F1 of every slot on the gold corpus may not fall; only pinning lowers the floor."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from db.records import Worth
from extract.claims.wholes import STATED
from factledger.scoring import Scores, Tally

QUALITY = Path(__file__).parent.parent / "tests" / "quality.json"
Record = Mapping[str, tuple[int, int]]  # name -> (claims, those that were right)
RECORD = Path(__file__).parent.parent / "models" / "confidence.toml"
HEAD = "# The claims that each rule made, and how many were right: written by `factledger evaluate --pin`.\n\n"
ROUNDING = 0.00005  # the floor is written with four decimals


def keep_record(scores: Scores, reviewed: Iterable[Worth] = (), path: Path = RECORD) -> None:
    """Writes how often each rule was right, on the gold and in reviewers' decisions: what confidence is made of."""
    rules = {name: (tally.found, tally.right) for name, tally in scores.rules.items() if name != STATED}
    for item in reviewed:
        found, right = rules.get(item.rule, (0, 0))
        judged = item.approved + item.corrected + item.rejected
        if judged and item.rule != STATED:
            rules[item.rule] = found + judged, right + item.approved
    doubts = {name: (tally.found, tally.right) for name, tally in scores.doubts.items()}
    total = sum(found for found, _ in rules.values()), sum(right for _, right in rules.values())
    tables: dict[str, Record] = {"all": {"claims": total}, "rules": rules, "doubts": doubts}
    path.write_text(HEAD + "\n".join(_table(name, rows) for name, rows in tables.items()), encoding="utf8")


def _table(name: str, rows: Record) -> str:
    lines = [f"{key} = [{', '.join(map(str, row))}]" for key, row in sorted(rows.items())]
    return "\n".join([f"[{name}]", *lines, ""])


def pin(scores: Scores, path: Path = QUALITY) -> None:
    """Writes the present F1 of every slot as the floor; the only way to lower it."""
    floor = {slot: round(tally.f1, 4) for slot, tally in sorted(scores.slots.items()) if tally.f1 is not None}
    path.write_text(json.dumps(floor, indent=2) + "\n", encoding="utf8")


def fallen(scores: Scores, path: Path = QUALITY) -> list[str]:
    """One sentence for each slot that is below its floor. Raises FileNotFoundError when no floor is pinned."""
    floor: dict[str, float] = json.loads(path.read_text(encoding="utf8"))
    now = {slot: scores.slots.get(slot, Tally()).f1 or 0.0 for slot in floor}
    return [
        f"{slot}: F1 {now[slot]:.4f} is below its floor of {least:.4f}; only `factledger evaluate --pin` lowers a floor"
        for slot, least in floor.items() if now[slot] < least - ROUNDING
    ]
