"""Pictures of the pages that facts stand on, each fact's words in a frame."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from corpus import ReadError, Sandbox
from export.errors import ExportError
from export.fact import Fact, Record
from models.boxes import LineBox

PDF = "application/pdf"
RED = (200.0, 30.0, 30.0)
AROUND = (1.5, 2.0, 2.5)  # points between the words and each line of their frame

Stroke = tuple[float, ...]


def write_pictures(folder: Path, found: Iterable[Fact]) -> None:
    """Each page that a fact's words stand on, with a frame around each of their lines; only PDFs have pages to draw.

    Raises ExportError for a page that cannot be drawn any more.
    """
    with Sandbox() as sandbox:
        for fact in found:
            if has_picture(fact):
                for page, strokes in _frames(fact.record["boxes"]):
                    (folder / picture_name(fact.record, page)).write_bytes(_picture(sandbox, fact, page, strokes))
            fact.reading.forget()


def has_picture(fact: Fact) -> bool:
    """Whether it is known where on a page that can be drawn the fact stands."""
    return bool(fact.record["boxes"]) and fact.reading.entry.media_type == PDF


def picture_name(record: Record, page: int | None = None) -> str:
    """What the picture of a fact's page (by default the first) is called in a pack."""
    return f"{record['claim_id']}-page-{page or int(record['boxes'][0][0])}.png"


def _picture(sandbox: Sandbox, fact: Fact, page: int, strokes: list[Stroke]) -> bytes:
    try:
        return sandbox.picture(fact.reading.source, fact.reading.entry.name, page, strokes=strokes)
    except ReadError as error:
        raise ExportError(f"page {page} of document {fact.reading.entry.id} cannot be drawn: {error.problem}") from None


def _frames(boxes: list[LineBox]) -> Iterator[tuple[int, list[Stroke]]]:
    """The strokes of each page."""
    for page in dict.fromkeys(int(box[0]) for box in boxes):
        yield page, [stroke for number, *box in boxes if number == page for stroke in _frame(*box)]


def _frame(left: float, top: float, right: float, bottom: float) -> Iterator[Stroke]:
    """Lines around the box, one beside the other so that they are seen on a small screen too."""
    for far in AROUND:
        near, low = (left - far, top - far), (right + far, bottom + far)
        corners = (near, (low[0], near[1]), low, (near[0], low[1]), near)
        yield from ((*one, *other, *RED) for one, other in pairwise(corners))
