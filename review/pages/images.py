"""Pictures of pages, and the source file itself."""

from starlette.responses import PlainTextResponse, Response

from corpus import ReadError
from review.page_view import PDF
from review.routing import page
from review.source import page_at
from review.visit import Visit


def picture(visit: Visit) -> Response:
    """A page as a grey PNG; a sentence where it cannot be drawn."""
    name, number = visit.path["document"], visit.path["number"]
    try:
        drawn = visit.desk.pictures.page(visit.store, name, number)
    except ReadError as error:
        said = str(error).partition(": ")[2] or str(error)
        return PlainTextResponse(f"Page {number} cannot be drawn: {said}. Read the extracted text instead.", 422)
    return Response(drawn, media_type="image/png", headers={"Cache-Control": "private, no-store"})


def source(visit: Visit) -> Response:
    """The bytes as they came, to be kept and opened elsewhere, never in this page."""
    entry = visit.store.entry(visit.path["document"])
    named = {"Content-Disposition": f'attachment; filename="{entry.id}{SUFFIXES.get(entry.media_type, "")}"'}
    return Response(visit.store.source(entry.id), media_type="application/octet-stream", headers=named)


def ahead(visit: Visit) -> Response:
    """Where the picture of a claim's page is; it is drawn now, so that it need not be waited for later."""
    claim = visit.store.claim(visit.path["claim"])
    document = visit.desk.readings.document(visit.store, claim.document)
    found = page_at(document, claim.claim.start)
    shown = found and document.media_type == PDF
    return PlainTextResponse(f"/document/{claim.document}/page/{found.number}.png" if found and shown else "")


SUFFIXES = {
    PDF: ".pdf", "text/html": ".html", "text/plain": ".txt", "message/rfc822": ".eml", "application/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
ROUTES = [
    page("/document/{document}/page/{number:int}.png", picture), page("/document/{document}/source", source),
    page("/claim/{claim}/ahead", ahead),
]
