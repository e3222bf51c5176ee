"""One document: every number written in it, and what became of each; the unread ones first."""

from dataclasses import dataclass

from starlette.responses import Response

from db import StoredNumeral
from models import Document
from review.routing import deed, page
from review.safe_text import safe_text
from review.source import page_at
from review.visit import Visit
from review.whole import whole

SHOWN, CONTEXT = 200, 60  # numbers on a page; characters shown on both sides of one


@dataclass(frozen=True, slots=True)
class Shown:
    """A number between the words around it."""

    numeral: StoredNumeral
    before: str
    after: str
    page: int | None


def document(visit: Visit) -> Response:
    """Its numbers: unread, looked at, then those that are claims or something else."""
    name = visit.path["document"]
    entry, read = visit.store.entry(name), visit.desk.readings.document(visit.store, name)
    fate = visit.query.get("fate", "")
    numerals = sorted((numeral for numeral in visit.store.numerals(entry.id) if not fate or numeral.fate == fate),
                      key=lambda numeral: (numeral.fate != "unread", numeral.looked_by is not None, numeral.start))
    start = whole(visit.query.get("from", ""))
    shown = [_shown(read, numeral) for numeral in numerals[start:start + SHOWN]]
    return visit.show("document.jinja", entry=entry, document=read, progress=visit.store.progress(entry.id),
                      shown=shown, all=len(numerals), start=start, step=SHOWN, fate=fate)


def _shown(read: Document, numeral: StoredNumeral) -> Shown:
    before = read.text[max(0, numeral.start - CONTEXT):numeral.start]
    after = read.text[numeral.end:numeral.end + CONTEXT]
    if numeral.start > CONTEXT:
        before = "…" + before[before.find(" ") + 1:]
    if numeral.end + CONTEXT < len(read.text):
        after = after[:after.rfind(" ") + 1 or None] + "…"
    where = page_at(read, numeral.start)
    return Shown(numeral, _line(before), _line(after), where.number if where else None)


def _line(words: str) -> str:
    return safe_text(words.replace("\n", " ").replace("\t", " "))


def look(visit: Visit) -> Response:
    """An unread number was looked at: it is no claim that is missing; or it is to be looked at again."""
    name, numeral = visit.path["document"], whole(visit.form.get("numeral", ""))
    change = visit.store.unlook if visit.form.get("again") else visit.store.look_at
    change(name, numeral, visit.person.name)
    return visit.go(f"/document/{name}")


ROUTES = [page("/document/{document}", document), deed("/document/{document}/look", look)]
