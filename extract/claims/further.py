"""What happened to the same people as well: "two clerks were seized at home by gunmen and killed" tells two things."""

from collections.abc import Iterable

from extract.claims.draft import Draft
from extract.groups.events import lexicon
from extract.groups.verbs import is_other


def add_further(best: dict[int, Draft], further: Iterable[Draft]) -> list[Draft]:
    """Puts what further rules found among the best of each number where it is new or graver; else gives it back."""
    added: dict[tuple[int, str], Draft] = {}
    for draft in further:
        known = best.get(draft.number.start)
        if known is None or draft.rank > known.rank or _is_graver(draft, known):
            best[draft.number.start] = draft
        elif not _is_one_thing(known, draft):
            added.setdefault((draft.number.start, draft.event), draft)
    return list(added.values())


def _is_one_thing(first: Draft, second: Draft) -> bool:
    """ "Attacked and killed", "shot and killed" tell one thing."""
    lighter, graver = sorted((first, second), key=_weight)
    return lighter.event == graver.event or not is_other(lighter.event, graver.event)


def _is_graver(draft: Draft, known: Draft) -> bool:
    return _is_one_thing(known, draft) and _weight(draft) > _weight(known)


def _weight(draft: Draft) -> int:
    return lexicon().weight.get(draft.event, 0)
