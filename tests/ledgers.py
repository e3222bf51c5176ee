"""Documents and extractions built by hand, for the tests of every room that keeps or shows them."""

import hashlib
from datetime import date
from decimal import Decimal

from models import (
    Block,
    Claim,
    Counted,
    DateValue,
    Document,
    Extraction,
    Mention,
    Numeral,
    Page,
    Phrase,
    Place,
    Quantity,
    Source,
    Span,
    When,
    Word,
)

TEXT = (
    "Tamar Watch: clashes in Belora\n"
    "At least 23 civilians were killed in Belora on 4 May 2021, the mayor said. Dozens were injured. "
    "Police detained between 12 and 20 students, and 7 of them were charged with “rioting”."
)


def document(text: str = TEXT, data: bytes | None = None, **others: object) -> tuple[Document, bytes]:
    """A document of two blocks and one page, and its bytes."""
    source = text.encode() if data is None else data
    title_end = text.find("\n") + 1 or len(text)
    fields: dict[str, object] = {
        "text": text, "sha256": hashlib.sha256(source).hexdigest(),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "media_type": "text/plain",
        "title": "Clashes in Belora", "publisher": "Tamar Watch", "published": date(2021, 6, 1),
        "url": "https://example.org/belora", "language": "en", "notes": ("one picture was not read",),
        "blocks": (Block("title", 0, max(title_end - 1, 0)), Block("paragraph", title_end, len(text))),
        "pages": (Page(1, 595.0, 842.0, 0, len(text), "iv"),),
        "words": (
            Word(0, min(5, len(text)), 1, (72.0, 70.5, 110.25, 82.0)), Word(40, 42, 1, (72.0, 90.5, 84.25, 102.0)),
        ),
    }
    return Document(**(fields | others)), source  # type: ignore[arg-type]


def span(words: str, text: str = TEXT) -> Span:
    """Where these words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


BELORA = Span(span("Belora on").start, span("Belora on").start + len("Belora"))


def claim(words: str, number: str, event: str, quantity: Quantity, **others: object) -> Claim:
    """A claim on these words of TEXT."""
    where = span(words)
    fields: dict[str, object] = {
        "start": where.start, "end": where.end, "number": span(number), "quantity": quantity, "kind": "count",
        "counted": Counted("civilians", "civilian", None), "event": event, "polarity": "affirmed", "status": "stated",
        "source": Source("Tamar Watch", "publisher"), "rule": "people-were-harmed", "confidence": 0.9,
        "key": f"{where.start}-{where.end}-{event}", "evidence": {"number": span(number)},
    }
    return Claim(**(fields | others))  # type: ignore[arg-type]


def extraction() -> Extraction:
    """What stands in TEXT: four claims, two mentions, six numerals."""
    killed = claim(
        "At least 23 civilians were killed", "23", "killed", Quantity(low=Decimal(23), wording="At least 23"),
        counted=Counted("civilians", "civilian", span("civilians")), place=Place("Belora", "GE", BELORA),
        source=Source("the mayor", "speaker", span("the mayor"), ("Tamar Watch",)),
        happened=When("2021-05-04", "day", span("4 May 2021")), key="killed-23",
        evidence={"number": span("23"), "event": span("killed")},
    )
    injured = claim("Dozens were injured", "Dozens", "injured", Quantity(vague="dozens", wording="Dozens"))
    detained = claim(
        "Police detained between 12 and 20 students", "between 12 and 20", "detained",
        Quantity(low=Decimal(12), high=Decimal(20), wording="between 12 and 20"), key="detained-12",
    )
    charged = claim(
        "7 of them were charged", "7", "charged", Quantity(low=Decimal(7), high=Decimal(7), wording="7"),
        charges=(Phrase("rioting", span("rioting")),), part_of="detained-12",
    )
    day = span("4 May 2021")
    return Extraction(
        mentions=(
            Mention("GPE", BELORA.start, BELORA.end, "Belora", "Belora", "places"),
            Mention("DATE", day.start, day.end, "4 May 2021", "2021-05-04", "day-month-year",
                    DateValue("2021-05-04", "day")),
        ),
        claims=(killed, injured, detained, charged),
        numerals=(
            Numeral(*_ends("23"), "23", Quantity(low=Decimal(23)), "claim", "killed-23"),
            Numeral(day.start, day.start + 1, "4", None, "date"),
            Numeral(*_ends("2021"), "2021", None, "unread"),
        ),
    )


def _ends(words: str) -> tuple[int, int]:
    where = span(words)
    return where.start, where.end
