"""A document as an export shows it: its text, where its words stand, and what was found in it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from db import Layout, Store, StoredDocument
from models import Case, Extraction, Mention, Page
from models.boxes import LineBox, line_boxes


class Reading:
    """One document of the ledger, loaded part by part, as far as a format needs it."""

    def __init__(self, store: Store, entry: StoredDocument) -> None:
        self.entry = entry
        self.store = store

    @cached_property
    def canonical(self) -> str:
        """The text as it was read."""
        return self.store.text(self.entry.id)

    @property
    def text(self) -> str:
        """The text that a fact's offsets count in."""
        return self.canonical

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of `text` in UTF-8, in hex."""
        return self.entry.text_sha256

    @cached_property
    def layout(self) -> Layout:
        """The pages and their words."""
        return self.store.layout(self.entry.id)

    @cached_property
    def source(self) -> bytes:
        """The bytes that the document was read from."""
        return self.store.source(self.entry.id)

    @property
    def mentions(self) -> Sequence[Mention]:
        """The names, dates and the like that stand in the document."""
        return self.found.mentions

    @property
    def case(self) -> Case | None:
        """A decision's card."""
        return self.found.case

    @cached_property
    def found(self) -> Extraction:
        """Everything that was found in the document."""
        return self.store.extraction(self.entry.id)

    @cached_property
    def claim_ids(self) -> Mapping[str, str]:
        """The short id of each claim of the document, by its key."""
        return self.store.claim_ids(self.entry.id)

    def words(self, span: Mapping[str, int] | None) -> str | None:
        """The words of a span; None where there is none."""
        return self.text[span["start"]:span["end"]] if span else None

    def page(self, start: int) -> Page | None:
        """The page that this offset stands on."""
        return self.layout.page(start)

    def boxes(self, start: int, end: int) -> list[LineBox]:
        """The boxes of the words between two offsets, one for each line of print."""
        return line_boxes(self.layout.placed(start, end))

    def forget(self) -> None:
        """Frees what was loaded; it is loaded anew when it is asked for."""
        for part in ("canonical", "layout", "source", "claim_ids", "found"):
            vars(self).pop(part, None)
