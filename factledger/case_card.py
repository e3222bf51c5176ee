"""A decision's card, laid out as a court monitor reads one: the court, the case, the panel, the sides, the orders."""

from collections.abc import Iterator

from extract.law import is_time_limit, outcome_of, vote_of
from factledger.terminal import plain, shortened
from models import Case, Document, Extraction, Quantity
from models.span import Span
from models.wording import value_in_words

ORDER = 300  # characters of an order that are shown

Line = tuple[str, str]  # name, value


def case_card(document: Document, found: Extraction) -> Iterator[Line]:
    """Every line of the card that has something to say. A document that is no decision has none."""
    if found.case is None:
        return
    for name, value in (*_heading(found.case), *_sides(found.case), *_orders(document, found)):
        if value:
            yield name, value


def _heading(case: Case) -> Iterator[Line]:
    facts = ", ".join(word for word in (case.level, case.country) if word)
    yield "court", (case.court or "") + (f" ({facts})" if facts and case.court else "")
    yield "case", case.name or ""
    yield "numbers", ", ".join(case.case_numbers)
    yield "citations", ", ".join(case.citations)
    yield "ECLI", case.ecli or ""
    yield "heard", ", ".join(day.isoformat() for day in case.heard)
    yield "decided", case.decided.isoformat() if case.decided else ""
    yield "final", case.final.isoformat() if case.final else ""
    yield "panel", ", ".join(case.judges)


def _sides(case: Case) -> Iterator[Line]:
    for party in case.parties:
        yield party.role or "party", party.name + (f" (formerly {party.formerly})" if party.formerly else "")
    yield "lawyers", ", ".join(case.lawyers)
    yield "outcome", case.outcome or ""


def _orders(document: Document, found: Extraction) -> Iterator[Line]:
    """Each order with its vote, then the sums, sentences and time limits that it sets."""
    for number, order in enumerate(found.case.orders if found.case else (), start=1):
        yield f"order {number}", shortened(plain(order.text), ORDER)
        if order.span:
            yield "  outcome", outcome_of(document.text, order.span) or ""
            yield "  vote", vote_of(document.text, order.span) or ""
            yield from _once(_set_by(document, found, order.span))


def _once(lines: Iterator[Line]) -> Iterator[Line]:
    """Each line once, but every sum: two awards of the same amount are two."""
    seen: set[Line] = set()
    for line in lines:
        if line[0].strip() == "sum" or line not in seen:
            yield line
        seen.add(line)


def _set_by(document: Document, found: Extraction, order: Span) -> Iterator[Line]:
    for mention in found.mentions:
        if not order.start <= mention.start < order.end:
            continue
        if mention.label == "MONEY" and isinstance(mention.value, Quantity):
            yield "  sum", value_in_words(mention.value, "money")
        elif mention.label == "DURATION" and is_time_limit(document.text, mention.start):
            yield "  within", plain(mention.text)
    for claim in found.claims:
        if order.start <= claim.start < order.end and claim.event in ("sentenced", "fined"):
            yield f"  {claim.event}", value_in_words(claim.quantity, claim.kind)
