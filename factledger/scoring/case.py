"""The card of a decision: each field's names against the gold's."""

from collections.abc import Iterable
from datetime import date

from factledger.gold import GoldDocument
from factledger.scoring.same import plain
from factledger.scoring.tally import Scores, differ, tally_of
from models import Case, Party


def add_case(scores: Scores, gold: GoldDocument, case: Case | None) -> None:
    """One row per field. A name is right when its words, without case and titles' dots, are the same."""
    for field, wanted in gold.case.items():
        given = _names(getattr(case, field, None))
        right = {plain(name) for name in wanted} & {plain(name) for name in given}
        tally = tally_of(scores.slots, f"case {field}")
        tally.gold += len(wanted)
        tally.found += len(given)
        tally.right += len(right)
        if len(right) < max(len(wanted), len(given)):
            differ(scores, gold, f"case {field}", ("; ".join(wanted), "; ".join(given) or "nothing"), 0)


def _names(value: object) -> list[str]:
    if isinstance(value, date):
        return [value.isoformat()]
    if isinstance(value, str):
        return value.split("; ")
    items: Iterable[object] = value if isinstance(value, tuple) else ()
    return [item.name if isinstance(item, Party) else str(item) for item in items]
