"""What is done with one document, wherever that is, and the result as bytes: data only, never code."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from corpus import ReadError, Settings, fingerprint, read_bytes
from db import Likeness, Prepared, Written, prepare
from extract import PipelineError, extract
from factledger.batch.card import Card
from models import Document, Extraction, to_json

HEAD = 8        # bytes that tell the length of the JSON part
WRITTEN = ("mentions", "numerals", "claims")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a document is, and how much was found in it; `unread` are the numerals that nothing explains."""

    pages: int = 0
    words: int = 0
    claims: int = 0
    numerals: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """One document, ready to be kept. `seconds` by stage: reading, extraction, rows. `likeness` tells near ones."""

    prepared: Prepared
    counts: Counts
    seconds: Mapping[str, float]
    notes: tuple[str, ...] = ()
    likeness: Likeness | None = None


def process(data: bytes, name: str, settings: Settings, card: Card, begin: Callable[[int], None]) -> Work:
    """Reads and extracts; `begin` is called before each, with how many characters there are. Raises ReadError."""
    clock = [time.perf_counter()]
    begin(0)
    document = card.onto(read_bytes(data, name, settings))
    clock.append(time.perf_counter())
    begin(len(document.text))
    try:
        found = extract(document, settings.ner)
    except PipelineError as error:
        raise ReadError(name, *str(error).split(": ", 1)) from None
    clock.append(time.perf_counter())
    made, near = prepare(document, found), _likeness(document)
    clock.append(time.perf_counter())
    stages = zip(("reading", "extraction", "rows"), clock[1:], clock, strict=False)
    seconds = {stage: round(end - start, 6) for stage, end, start in stages}
    return Work(made, counts_of(document, found), seconds, document.notes, near)


def _likeness(document: Document) -> Likeness | None:
    """How the text is found again; None for one that is too short to tell."""
    found = fingerprint(document)
    return Likeness(found.hex, found.bands) if found.hashes else None


def counts_of(document: Document, found: Extraction) -> Counts:
    """How much there is; a source without pages has none."""
    unread = sum(numeral.fate == "unread" for numeral in found.numerals)
    words = len(document.words) or len(document.text.split())
    return Counts(len(document.pages), words, len(found.claims), len(found.numerals), unread)


def packed(work: Work) -> bytes:
    """A head as JSON; then what is as it is kept: the rows' lines, the words of each page."""
    made = work.prepared
    rows = {item.name: getattr(made, item.name) for item in fields(Prepared)}
    parts = [rows[name].lines for name in WRITTEN] + [page[-1] for page in made.pages]
    rows |= dict(zip(WRITTEN, map(len, parts), strict=False))
    rows["pages"] = [(*page[:-1], len(page[-1])) for page in made.pages]
    head = to_json({
        "prepared": rows, "counts": work.counts, "seconds": work.seconds, "notes": work.notes,
        "likeness": work.likeness,
    }).encode("utf8", "surrogatepass")
    return b"".join([len(head).to_bytes(HEAD), head, *parts])


def unpacked(data: bytes | memoryview) -> Work:
    """The inverse of `packed`. Raises ValueError, KeyError or TypeError for anything else."""
    part = _parts(memoryview(data))
    record: dict[str, Any] = json.loads(part(int.from_bytes(part(HEAD))))
    rows = record["prepared"]
    rows |= {name: Written.read(part(rows[name])) for name in WRITTEN}
    rows["pages"] = [(*page, part(length)) for *page, length in rows["pages"]]
    near = record["likeness"] and Likeness(**record["likeness"])
    return Work(Prepared(**rows), Counts(**record["counts"]), record["seconds"], tuple(record["notes"]), near)


def _parts(data: memoryview) -> Callable[[int], bytes]:
    """What takes so many bytes, one part after another, from data that is not copied as a whole."""
    at = 0

    def part(size: int) -> bytes:
        nonlocal at
        at += size
        return bytes(data[at - size:at])

    return part
