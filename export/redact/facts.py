"""A fact with the names of persons replaced in all that it says, and every offset moved to where its words are now."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from db import StoredDocument
from export.fact import CONTEXT, Fact, Record
from export.reading import Reading
from export.redact.mask import Mask, Masked
from export.redact.names import KEPT, People, forms, kept, persons
from models import Case, Mention

WORDS = (  # the columns with words of the source or of a reviewer
    "counted", "attribution", "attribution_chain", "charges", "actor", "document_title", "document_publisher",
)
FIXED = {  # slots of a claim with words that are no names, or that a figure hangs on
    "key", "part_of", "quantity", "place", "kind", "event", "polarity", "status", "rule", "country", "edtf",
    "precision", "reviewer", "verdict", "made_at",
}


class Redaction:
    """Replaces names in facts; the same person has the same label in all of them."""

    def __init__(self) -> None:
        self._people = People()
        self._last: RedactedReading | None = None

    def fact(self, fact: Fact) -> Fact:
        """The fact without persons' names, as far as they were found."""
        if self._last is None or self._last.entry.id != fact.reading.entry.id:
            self._last = RedactedReading(fact.reading, self._people)
        reading = self._last
        claim = _place(reading.moved(fact.claim), reading)
        return Fact(_record(fact.record, claim, reading), claim, tuple(map(reading.moved, fact.decisions)), reading)


class RedactedReading(Reading):
    """A document of the ledger without persons' names; it is as good as any other reading to a format."""

    def __init__(self, reading: Reading, people: People) -> None:
        found = reading.found
        self.mask = Mask(forms(persons(found)), people.label)
        self._kept = tuple(kept(found))
        super().__init__(reading.store, _entry(reading.entry, self.mask))

    @cached_property
    def masked(self) -> Masked:
        """The text, and where everything stands in it now."""
        return self.mask.text(self.canonical, self._kept)

    @property
    def text(self) -> str:
        """The text without the names."""
        return self.masked.text

    @property
    def text_sha256(self) -> str:
        """Of the text without the names."""
        return self._text_sha256

    @cached_property
    def _text_sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf8", "surrogatepass")).hexdigest()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Names, with the persons' labels for theirs."""
        return tuple(
            one if one.label in KEPT else replace(one, text=self.mask.words(one.text),
                                                  canonical=self.mask.words(one.canonical))
            for one in super().mentions
        )

    @property
    def case(self) -> Case | None:
        """The decision's card, with labels for the persons on it."""
        card = super().case
        if card is None:
            return None
        words = self.mask.words
        return replace(
            card, name=card.name and words(card.name), citations=tuple(map(words, card.citations)),
            judges=tuple(map(words, card.judges)), lawyers=tuple(map(words, card.lawyers)),
            parties=tuple(
                replace(party, name=words(party.name), formerly=party.formerly and words(party.formerly))
                for party in card.parties
            ),
        )

    def moved(self, value: Any, fixed: bool = False) -> Any:
        """A claim, a decision or a part of one: its words without names, its spans where they are now."""
        if isinstance(value, Mapping):
            parts = {name: self.moved(part, fixed or name in FIXED) for name, part in value.items()}
            if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
                parts |= {"start": self.masked.start(value["start"]), "end": self.masked.end(value["end"])}
            return parts
        if isinstance(value, (list, tuple)):
            return type(value)(self.moved(part, fixed) for part in value)
        return self.mask.words(value) if isinstance(value, str) and not fixed else value

    def forget(self) -> None:
        """Frees what was loaded."""
        super().forget()
        vars(self).pop("masked", None)


def _entry(entry: StoredDocument, mask: Mask) -> StoredDocument:
    """What a document says of itself; a file's name or an address that a name stands in is left out."""
    return replace(
        entry, title=mask.words(entry.title), publisher=entry.publisher and mask.words(entry.publisher),
        name="" if mask.names(entry.name) else entry.name,
        url=None if entry.url and mask.names(entry.url) else entry.url,
    )


def _record(record: Record, claim: Mapping[str, Any], reading: RedactedReading) -> Record:
    text, start, end = reading.text, claim["start"], claim["end"]
    return record | {name: reading.moved(record[name]) for name in WORDS} | {
        "quote": text[start:end], "quote_prefix": text[max(0, start - CONTEXT):start],
        "quote_suffix": text[end:end + CONTEXT], "char_start": start, "char_end": end,
        "text_sha256": reading.text_sha256, "document_url": reading.entry.url,
        "place": claim["place"] and claim["place"]["name"], "place_raw": _words(claim["place"], text),
        "event_date_raw": _words(claim["happened"], text),
    }


def _words(slot: Mapping[str, Any] | None, text: str) -> str | None:
    span = slot and slot.get("span")
    return text[span["start"]:span["end"]] if span else None


def _place(claim: Mapping[str, Any], reading: RedactedReading) -> Mapping[str, Any]:
    """A place keeps its name unless a person's was replaced where it stands ("the house of Orla Brandt")."""
    place = claim["place"]
    if place is None or "[Person " not in (_words(place, reading.text) or ""):
        return claim
    return {**claim, "place": {**place, "name": reading.mask.words(place["name"])}}
