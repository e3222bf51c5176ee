"""One pass over the document: drafts become claims with stable keys; numerals get their fates."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from extract.claims.confidence import confidence, doubts_of
from extract.claims.draft import Draft
from extract.numbers import Number
from extract.numbers.draft import PRONOUN
from models import Claim, Document, Numeral, Quantity, Span
from models.rules import load
from models.vocabulary import Fate


class Finished:
    """The claims of a document in reading order, with stable keys."""

    def __init__(self, document: Document) -> None:
        self.claims: list[Claim] = []
        self._document = document
        self._seen: Counter[str] = Counter()
        self._by_number: dict[int, str] = {}

    def add(self, drafts: Sequence[Draft]) -> None:
        """More of them; a whole comes with its parts or before."""
        extents = [draft.extent for draft in drafts]
        for draft, extent in zip(drafts, extents, strict=True):
            draft.key = self._key(draft, extent)
        self.claims += [_claim(draft, extent) for draft, extent in zip(drafts, extents, strict=True)]
        self._by_number |= {draft.number.start: draft.key for draft in drafts}

    def numerals(self, numbers: Sequence[Number]) -> list[Numeral]:
        """Every number of the text with what became of it."""
        return [_numeral(number, self._by_number) for number in numbers]

    def _key(self, draft: Draft, extent: Span) -> str:
        """The key of DESIGN: document, words and slot values; a counter tells equal ones apart."""
        document = self._document
        words = (
            document.sha256,
            document.text[extent.start : extent.end],
            draft.number.text,
            draft.event,
            draft.polarity,
            draft.place.name if draft.place else "",
        )
        digest = sha256("\x1f".join(words).encode("utf8", "surrogatepass")).hexdigest()[:32]
        self._seen[digest] += 1
        return digest if self._seen[digest] == 1 else f"{digest}-{self._seen[digest]}"


def _claim(draft: Draft, extent: Span) -> Claim:
    assert draft.source is not None
    number = draft.evidence["number"]
    return Claim(
        extent.start,
        extent.end,
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
        draft.key,
        draft.as_of,
        draft.happened,
        draft.place,
        draft.charges,
        draft.actor,
        (draft.superset.key or None) if draft.superset else None,
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
    if number.kind == "duration":
        return "time"
    if number.text.isdigit() or number.text.lower() in load("numbers/words")["small"]["0"]:
        return "unread"  # a nought by itself
    if number.polarity == "none" or number.quantity.vague is not None or number.rule == PRONOUN:
        return "idiom"  # "no doubt", "multiple posts", "both sides": nothing is counted
    return "unread"


def _meaning(number: Number) -> Quantity | None:
    quantity = number.quantity
    return (
        None
        if quantity.low is None and quantity.high is None and quantity.vague is None and not quantity.unit
        else quantity
    )
