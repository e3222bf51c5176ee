"""A claim slot by slot: what each says, and the words of the source that it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models import Claim, Span, When
from review.figures import figure


@dataclass(frozen=True, slots=True)
class Slot:
    """`colour` is the class that marks its words, `span` where these stand, None where they are inherited or none."""

    name: str
    colour: str
    value: str
    span: Span | None = None
    note: str = ""


def slots(claim: Claim, ids: Mapping[str, str]) -> list[Slot]:
    """Every slot that is filled; `ids` gives the id of a claim by its key."""
    return [slot for slot in _all(claim, ids) if slot.value]


def _all(claim: Claim, ids: Mapping[str, str]) -> Iterator[Slot]:
    place, whole, source = claim.place, claim.whole, claim.source
    yield Slot("value", "value", figure(claim.quantity, claim.kind), claim.number, _reading(claim))
    yield Slot("counted", "counted", claim.counted.text, claim.counted.span)
    yield Slot("event", "event", claim.event.replace("_", " "), claim.evidence.get("event"))
    yield Slot("standing", "", claim.status, None, "" if claim.polarity == "affirmed" else "nobody, none")
    yield Slot("who says so", "source", source.name, source.span, _by_way_of(claim))
    yield _date("happened", claim.happened)
    yield _date("as of", claim.as_of)
    yield Slot("place", "place", ", ".join(filter(None, (place.name, place.country))) if place else "",
               place.span if place else None, "inherited" if place and not place.span else "")
    for charge in claim.charges:
        yield Slot("charge", "charge", charge.text, charge.span)
    if claim.actor:
        yield Slot("actor", "other", claim.actor.text, claim.actor.span)
    yield Slot("part of", "", ids.get(claim.part_of, "") if claim.part_of else "")
    yield Slot("out of", "other", whole.text if whole else "", whole.span if whole else None)


def _reading(claim: Claim) -> str:
    """How the figure is to be read, where it is more than a figure."""
    quantity = claim.quantity
    said = (
        "approximate" if quantity.approximate else "", "vague: no figure" if quantity.vague else "",
        "more than" if quantity.low_open else "", "fewer than" if quantity.high_open else "",
        "no upper bound" if quantity.low is not None and quantity.high is None else "",
        "no lower bound" if quantity.high is not None and quantity.low is None else "",
        claim.kind if claim.kind != "count" else "",
    )
    return ", ".join(word for word in said if word)


def _by_way_of(claim: Claim) -> str:
    chain = f", by way of {', '.join(claim.source.chain)}" if claim.source.chain else ""
    return f"{claim.source.kind.replace('_', ' ')}{chain}"


def _date(name: str, when: When | None) -> Slot:
    if when is None:
        return Slot(name, "date", "")
    return Slot(name, "date", when.edtf, when.span, when.precision + ("" if when.span else ", inherited"))
