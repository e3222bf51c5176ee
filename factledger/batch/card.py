"""What a collector knows of a file and the file itself does not say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from models import Document


@dataclass(frozen=True, slots=True)
class Card:
    """A row of a manifest. What is given stands above what a reader finds; `collector` goes into the event log."""

    title: str = ""
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    collector: str | None = None

    def onto(self, document: Document) -> Document:
        """The document with what is known of it."""
        known = {name: getattr(self, name) for name in ("title", "publisher", "published", "url")}
        given: dict[str, Any] = {name: value for name, value in known.items() if value}
        return replace(document, **given)

    @property
    def record(self) -> dict[str, str]:
        """The JSON form, without what is not known."""
        named = {name: getattr(self, name) for name in self.__slots__}
        return {name: str(value) for name, value in named.items() if value}

    @classmethod
    def from_record(cls, record: Mapping[str, str]) -> "Card":
        """The inverse of `record`. Raises ValueError for a day that is none."""
        day = record.get("published")
        given: dict[str, Any] = {**record, "published": date.fromisoformat(day) if day else None}
        return cls(**given)


BLANK = Card()
