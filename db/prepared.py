"""A document and its findings as the rows that are kept: made wherever there is time, such as in another process."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db import geometry
from models import Claim, Document, Extraction, Mention, Numeral, to_dict, to_json
from models.word_table import PAGE_OF, Words

# the columns of each row, in the order in which they are hashed: db.digest says why a list is never changed
DOCUMENT = ("source_sha256", "text_sha256", "media_type", "title", "publisher", "published", "kind", "language", "url",
            "blocks", "notes")
PAGE = ("number", "width", "height", "start", "end", "label", "words")
MENTION = ("label", "start", "end", "canonical", "record")
NUMERAL = ("start", "end", "fate", "record")
CLAIM = ("key", "start", "end", "kind", "event", "low", "high", "low_open", "high_open", "approximate", "vague", "unit",
         "counted", "polarity", "status", "source_name", "source_kind", "as_of", "happened", "place", "country", "rule",
         "confidence", "record")

REVIEWER = "reviewer"  # the rule of a claim that a person found, not the rules

Row = tuple[Any, ...]
AT_ONCE = 1000  # rows


@dataclass(frozen=True, slots=True)
class Written:
    """Rows, and the JSON text of each on a line: it goes from process to process, and is what db.digest hashes."""

    rows: Sequence[Row]
    lines: bytes

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Written":
        """These rows, written."""
        made = list(rows)
        return cls(made, "\n".join(map(to_json, made)).encode("utf8", "surrogatepass"))

    @classmethod
    def read(cls, lines: bytes) -> "Written":
        """The inverse of `of`; some rows at a time, for a long report has millions of letters of them."""
        texts, rows = lines.split(b"\n") if lines else [], []
        for start in range(0, len(texts), AT_ONCE):
            rows += json.loads(b"[" + b",".join(texts[start:start + AT_ONCE]) + b"]")
        return cls(rows, lines)

    @property
    def texts(self) -> list[bytes]:
        """The line of each row."""
        return self.lines.split(b"\n") if self.rows else []


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of one document, without what only the ledger can tell: its ids, run and times."""

    sha256: str
    text: str
    document: Row
    pages: Sequence[Row]
    case: str | None
    mentions: Written
    numerals: Written
    claims: Written

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text, in hex."""
        return str(self.document[DOCUMENT.index("text_sha256")])


def prepare(document: Document, found: Extraction) -> Prepared:
    """The rows of this document and of all that was found in it."""
    return Prepared(
        document.sha256, document.text, _document_row(document), list(_page_rows(document)),
        None if found.case is None else to_json(found.case), Written.of(map(_mention_row, found.mentions)),
        Written.of(map(_numeral_row, found.numerals)), Written.of(map(claim_row, found.claims)),
    )


def _document_row(document: Document) -> Row:
    return (
        document.sha256, document.text_sha256, document.media_type, document.title, document.publisher,
        to_dict(document.published), document.kind, document.language, document.url, to_json(document.blocks),
        to_json(document.notes),
    )


def _page_rows(document: Document) -> Iterator[Row]:
    table = Words.of(document.words).table
    for page in document.pages:
        words = Words(table[table[:, PAGE_OF] == page.number])
        yield page.number, page.width, page.height, page.start, page.end, page.label, geometry.pack(words)


def _mention_row(mention: Mention) -> Row:
    return mention.label, mention.start, mention.end, mention.canonical, to_json(mention)


def _numeral_row(numeral: Numeral) -> Row:
    return numeral.start, numeral.end, numeral.fate, to_json(numeral)


def claim_row(claim: Claim) -> Row:
    """The row of a claim."""
    quantity, source, place = claim.quantity, claim.source, claim.place
    return (
        claim.key, claim.start, claim.end, claim.kind, claim.event, to_dict(quantity.low), to_dict(quantity.high),
        int(quantity.low_open), int(quantity.high_open), int(quantity.approximate), quantity.vague, quantity.unit,
        claim.counted.text, claim.polarity, claim.status, source.name, source.kind,
        claim.as_of and claim.as_of.edtf, claim.happened and claim.happened.edtf,
        place and place.name, place and place.country, claim.rule, claim.confidence, to_json(claim),
    )
