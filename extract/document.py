"""One pass over the document: drafts become claims with stable keys; numerals get their fates."""

from collections.abc import Sequence
from hashlib import sha256

from extract.claims.confidence import confidence, doubts_of
from extract.claims.draft import Draft
from extract.numbers import Number
from extract.numbers.draft import PRONOUN
from models import Claim, Document, Numeral, Quantity
from models.rules import load
from models.vocabulary import Fate


def finish(drafts: Sequence[Draft], numbers: Sequence[Number], document: Document) -> tuple[list[Claim], list[Numeral]]:
    """Claims in reading order, and every number of the text with what became of it."""
    keys = _keys(drafts, document)
    claims = [_claim(draft, keys, document) for draft in drafts]
    by_number = {draft.number.start: keys[id(draft)] for draft in drafts}
    return claims, [_numeral(number, by_number) for number in numbers]


def _keys(drafts: Sequence[Draft], document: Document) -> dict[int, str]:
    """The key of DESIGN: document, words and slot values; a counter tells equal ones apart."""
    seen: dict[str, int] = {}
    keys = {}
    for draft in drafts:
        place = draft.place.name if draft.place else ""
        words = (
            document.sha256,
            document.text[draft.start : draft.end],
            draft.number.text,
            draft.event,
            draft.polarity,
            place,
        )
        digest = sha256("\x1f".join(words).encode("utf8", "surrogatepass")).hexdigest()[:32]
        seen[digest] = seen.get(digest, 0) + 1
        keys[id(draft)] = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
    return keys


def _claim(draft: Draft, keys: dict[int, str], document: Document) -> Claim:
    assert draft.source is not None
    number = draft.evidence["number"]
    return Claim(
        draft.start,
        draft.end,
        number,
        draft.number.quantity,
        draft.number.kind,
        draft.counted,
        draft.event,  # type: ignore[arg-type]
        draft.polarity,
        draft.status,
        draft.source,
        draft.rule,
        _confidence(draft),
        keys[id(draft)],
        draft.as_of,
        draft.happened,
        draft.place,
        draft.charges,
        draft.actor,
        keys.get(id(draft.superset)) if draft.superset else None,
        draft.whole,
        dict(draft.evidence),
    )


def _confidence(draft: Draft) -> float:
    evidence = draft.evidence
    doubts = doubts_of(evidence["number"], draft.number.quantity, draft.counted, evidence.get("event"))
    return confidence(draft.rule, draft.event, doubts)


def _numeral(number: Number, by_number: dict[int, str]) -> Numeral:
    key = by_number.get(number.start)
    fate: Fate = "claim" if key else number.fate or _other_fate(number)
    return Numeral(number.start, number.end, number.text, _meaning(number), fate, key)


def _other_fate(number: Number) -> Fate:
    if number.text.isdigit() or number.text.lower() in load("numbers/words")["small"]["0"]:
        return "unread"  # a nought by itself
    if number.polarity == "none" or number.quantity.vague is not None or number.rule == PRONOUN:
        return "idiom"  # "no doubt", "multiple posts", "both sides": nothing is counted
    return "time" if number.kind == "duration" else "unread"


def _meaning(number: Number) -> Quantity | None:
    quantity = number.quantity
    return (
        None
        if quantity.low is None and quantity.high is None and quantity.vague is None and not quantity.unit
        else quantity
    )
