"""A document as an export shows it: its text, where its words stand, and what was found in it."""

from collections.abc import Mapping
from functools import cached_property

from db import Layout, Store, StoredDocument
from models.boxes import LineBox, line_boxes


class Reading:
    """One document of the ledger, loaded part by part, as far as a format needs it."""

    def __init__(self, store: Store, entry: StoredDocument) -> None:
        self.entry = entry
        self._store = store

    @cached_property
    def text(self) -> str:
        """The canonical text, which every offset counts in."""
        return self._store.text(self.entry.id)

    @cached_property
    def layout(self) -> Layout:
        """The pages and their words."""
        return self._store.layout(self.entry.id)

    @cached_property
    def claim_ids(self) -> Mapping[str, str]:
        """The short id of each claim of the document, by its key."""
        return self._store.claim_ids(self.entry.id)

    def words(self, span: Mapping[str, int] | None) -> str | None:
        """The words of a span; None where there is none."""
        return self.text[span["start"]:span["end"]] if span else None

    def page(self, start: int) -> int | None:
        """The number of the page that this offset stands on."""
        found = self.layout.page(start)
        return None if found is None else found.number

    def boxes(self, start: int, end: int) -> list[LineBox]:
        """The boxes of the words between two offsets, one for each line of print."""
        return line_boxes(self.layout.words_between(start, end), start, end)
