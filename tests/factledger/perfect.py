"""An extraction made from the gold itself, right in every slot: the scorer's tests spoil it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from factledger.gold import GoldClaim, GoldDocument, compile_gold
from factledger.scoring import Scores, add_scores
from models import Case, Claim, Counted, Extraction, Mention, Numeral, Party, Phrase, Place, Source, Span, When, Whole

SOURCE = """title: Sarn notes
publisher: Harbour Watch
published: 2024-03-11
PERSON: Ada Morn
case court: Sarn Court
case judges: Ada Morn; Otto Brem
case decided: 2024-03-01
---
In Sarn {{at least 10 people|killed 10+|people|id=all|place=Sarn|when=2024-02}} died in [[February|2024-02]],
{{four|killed 4|women|of=all|whole=them}} of them women, Ada Morn said.
{{Six|convicted 6|men|by=Ada Morn|charges=murder; arson}} men were convicted.
{{Dozens|displaced vague|people|optional}} fled from {{12|nothing weapon}}-gauge guns.
"""
GOLD_DOCUMENT = compile_gold(SOURCE, "sample")


def claim_for(wanted: GoldClaim, document: GoldDocument) -> Claim:
    """The claim that is right in every slot; its key is the gold identity, else its place."""
    return Claim(
        start=wanted.start, end=wanted.end, number=Span(wanted.start, wanted.end),
        quantity=wanted.quantity, kind=wanted.kind,
        counted=Counted(wanted.counted or "", (wanted.counted or "x").split()[-1]), event=wanted.events[0],
        polarity=wanted.polarity, status=wanted.statuses[0],
        source=source_for(wanted, document), rule="by-hand", confidence=0.9,
        key=wanted.identity or str(wanted.start),
        happened=When(wanted.happened, "month") if wanted.happened else None,
        as_of=When(wanted.as_of, "day") if wanted.as_of else None,
        place=Place(wanted.place) if wanted.place else None,
        charges=tuple(Phrase(charge) for charge in wanted.charges), part_of=wanted.part_of,
        whole=Whole(wanted.whole) if wanted.whole else None,
    )


def source_for(wanted: GoldClaim, document: GoldDocument) -> Source:
    if wanted.sources[0] == "narrator":
        return Source(document.publisher, "publisher")
    return Source(wanted.sources[0], "speaker", None, wanted.chain)


def perfect(document: GoldDocument) -> Extraction:
    return Extraction(
        mentions=tuple(
            Mention(m.label, m.start, m.end, m.text, m.canonical, "by-hand", m.date) for m in document.mentions),
        claims=tuple(claim_for(wanted, document) for wanted in document.claims),
        numerals=tuple(Numeral(n.start, n.end, n.text, None, (*n.fates, "designator")[0]) for n in document.nothings),
        case=case_for(document.case),
    )


def case_for(wanted: Mapping[str, tuple[str, ...]]) -> Case:
    def words(field: str) -> str | None:
        return "; ".join(wanted.get(field, ())) or None

    def day(field: str) -> date | None:
        return date.fromisoformat(wanted[field][0]) if field in wanted else None

    return Case(
        court=words("court"), name=words("name"), outcome=words("outcome"), decided=day("decided"), final=day("final"),
        parties=tuple(map(Party, wanted.get("parties", ()))),
        case_numbers=wanted.get("case_numbers", ()), citations=wanted.get("citations", ()),
        judges=wanted.get("judges", ()), lawyers=wanted.get("lawyers", ()),
    )


def scores_of(found: Extraction, document: GoldDocument = GOLD_DOCUMENT) -> Scores:
    scores = Scores()
    add_scores(scores, document, found)
    return scores


def changed(index: int, **slots: Any) -> Extraction:
    """The perfect extraction with one claim changed."""
    right = perfect(GOLD_DOCUMENT)
    claims = [replace(claim, **slots) if number == index else claim for number, claim in enumerate(right.claims)]
    return replace(right, claims=tuple(claims))
