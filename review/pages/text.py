"""A stretch of a document to read, with its claims marked: where a claim that was missed is added."""

from starlette.responses import Response

from db import Filters
from models import Span
from models.vocabulary import Event
from review.page_view import page_view
from review.routing import page
from review.source import Mark, page_at, paragraphs, window
from review.visit import Visit
from review.vocabulary import words
from review.whole import whole


def text(visit: Visit) -> Response:
    """The page at an offset, or what stands around it."""
    name, at = visit.path["document"], visit.query.get("at", "")
    document = visit.desk.readings.document(visit.store, name)
    offset = min(whole(at), max(0, len(document.text) - 1))
    about = Span(offset, min(offset + 1, len(document.text)))
    shown = window(document, about)
    claims = [claim for claim in visit.store.claims(Filters(document=name))
              if claim.claim.number.start < shown.end and claim.claim.number.end > shown.start]
    marks = [Mark(claim.fact.number, "value", claim.fact.event.replace("_", " "), f"/claim/{claim.id}?state=any")
             for claim in claims]
    here = page_at(document, offset)
    return visit.show(
        "text.jinja", document=document, name=name, paragraphs=paragraphs(document, about, [*marks, *_here(at, about)]),
        here=here, pages=document.pages, picture=page_view(document, offset, marks), events=words(Event), shown=shown,
        length=len(document.text), keys=visit.keys(),
    )


def _here(at: str, about: Span) -> list[Mark]:
    """The place that was asked for."""
    return [Mark(about, "here", "")] if at else []


ROUTES = [page("/document/{document}/text", text)]
