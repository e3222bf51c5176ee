"""The scorer can fail: a perfect extraction has full marks, and each kind of mistake lowers its own figure."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from factledger.gold import GoldDocument, load_gold
from factledger.scoring.same import same_name, same_quantity, singular
from factledger.scoring.tally import sentence_at
from models import (
    Counted,
    DateValue,
    Extraction,
    Mention,
    Numeral,
    Phrase,
    Place,
    Quantity,
    Source,
    Span,
    When,
    Whole,
)
from tests.factledger.perfect import GOLD_DOCUMENT, changed, perfect, scores_of


@pytest.mark.parametrize("document", [GOLD_DOCUMENT, *load_gold()], ids=lambda document: document.name)
def test_the_perfect_extraction_has_full_marks(document: GoldDocument) -> None:
    scores = scores_of(perfect(document), document)
    assert {name: tally.f1 for name, tally in scores.slots.items() if tally.f1 != 1} == {}
    assert {name: tally.f1 for name, tally in scores.labels.items() if tally.f1 != 1} == {}
    assert scores.disagreements == []


MISTAKES: list[tuple[str, int, dict[str, Any]]] = [
    ("value", 0, {"quantity": Quantity(Decimal(11), None)}),
    ("value", 0, {"quantity": Quantity(Decimal(10), Decimal(10))}),
    ("value", 3, {"quantity": Quantity(Decimal(24), Decimal(24))}),
    ("event", 1, {"event": "injured"}),
    ("value+event", 1, {"event": "injured"}),
    ("kind", 1, {"kind": "percent"}),
    ("counted", 1, {"counted": Counted("children", "child")}),
    ("polarity", 1, {"polarity": "none"}),
    ("status", 1, {"status": "alleged"}),
    ("source", 2, {"source": Source("Otto Brem", "speaker")}),
    ("source", 1, {"source": Source("Ada Morn", "speaker")}),
    ("happened", 0, {"happened": When("2023-02", "month")}),
    ("happened", 0, {"happened": None}),
    ("place", 0, {"place": Place("Kelmet")}),
    ("charges", 2, {"charges": (Phrase("murder"),)}),
    ("charges", 2, {"charges": (Phrase("murder"), Phrase("theft"))}),
    ("whole", 1, {"whole": None}),
    ("whole", 1, {"whole": Whole("prisoners")}),
    ("part_of", 1, {"part_of": None}),
    ("part_of", 1, {"part_of": "another"}),
]


@pytest.mark.parametrize(("slot", "index", "wrong"), MISTAKES)
def test_a_wrong_slot_lowers_its_figure(slot: str, index: int, wrong: dict[str, Any]) -> None:
    scores = scores_of(changed(index, **wrong))
    f1 = scores.slots[slot].f1
    assert f1 is not None and f1 < 1
    assert scores.slots["claims"].f1 == 1
    also = ["happened or as_of"] if slot == "happened" else []
    assert slot == "value+event" or [item.slot for item in scores.disagreements] == [slot, *also]
    assert slot != "happened" or scores.slots["happened or as_of"].right == 0


def test_the_publisher_may_be_named_as_the_source() -> None:
    scores = scores_of(changed(1, source=Source("Watch", "speaker")))
    assert scores.slots["source"].f1 == 1


def test_a_date_in_the_other_slot_is_half_right() -> None:
    scores = scores_of(changed(0, happened=None, as_of=When("2024-02", "month")))
    assert (scores.slots["happened"].right, scores.slots["happened or as_of"].right) == (0, 1)


def test_a_missed_claim_lowers_recall_only() -> None:
    right = perfect(GOLD_DOCUMENT)
    tally = scores_of(replace(right, claims=right.claims[1:])).slots["claims"]
    assert (tally.precision, tally.recall) == (1, 0.75)


def test_a_missed_optional_claim_costs_nothing() -> None:
    right = perfect(GOLD_DOCUMENT)
    assert scores_of(replace(right, claims=right.claims[:3])).slots["claims"].f1 == 1


def extra(words: str, **slots: Any) -> Extraction:
    """The perfect extraction with one claim more, on the given words."""
    right = perfect(GOLD_DOCUMENT)
    start = GOLD_DOCUMENT.text.index(words)
    added = replace(right.claims[0], number=Span(start, start + len(words)), key="extra", **slots)
    return replace(right, claims=(*right.claims, added))


EXTRAS = [
    ("Morn", {"event": "killed"}, True),
    ("Morn", {"event": "stated"}, False),          # a counted noun without an event of ours
    ("Morn", {"event": "killed", "status": "denied"}, False),
    ("12", {"event": "stated"}, True),             # the gold says that this number is none
    ("four", {"event": "killed"}, False),          # a second reading of a number that the gold accepts
    ("four", {"event": "injured"}, True),
]


@pytest.mark.parametrize(("words", "slots", "counts"), EXTRAS)
def test_an_extra_claim_lowers_precision(words: str, slots: dict[str, Any], counts: bool) -> None:
    tally = scores_of(extra(words, **slots)).slots["claims"]
    assert (tally.found - tally.right, tally.recall) == (int(counts), 1)


def without(label: str) -> Callable[[Extraction], Extraction]:
    return lambda right: replace(right, mentions=tuple(m for m in right.mentions if m.label != label))


def with_date(value: DateValue) -> Callable[[Extraction], Extraction]:
    return lambda right: replace(
        right, mentions=tuple(replace(m, value=value) if m.label == "DATE" else m for m in right.mentions))


def with_name(label: Any, start: int, end: int) -> Callable[[Extraction], Extraction]:
    return lambda right: replace(right, mentions=(*right.mentions, Mention(label, start, end, "x", "x", "by-hand")))


OTHER_MISTAKES: list[tuple[str, Callable[[Extraction], Extraction]]] = [
    ("missed PERSON", without("PERSON")),
    ("extra ORG", with_name("ORG", 0, 4)),
    ("extra PERSON", with_name("PERSON", 0, 4)),
    ("date", without("DATE")),
    ("date", with_date(DateValue("2023-02", "month"))),
    ("date", with_date(DateValue("2024-02", "month", "early"))),
    ("extra date", with_name("DATE", 0, 4)),
    ("fate", lambda right: replace(right, numerals=())),
    ("fate", lambda right: replace(right, numerals=tuple(replace(n, fate="age") for n in right.numerals))),
]


@pytest.mark.parametrize(("field", "value", "counts"), [
    ("court", None, (1, 0, 0)),
    ("court", "Kelmet Court", (1, 1, 0)),
    ("judges", ("Ada Morn",), (2, 1, 1)),
    ("judges", ("ADA MORN", "Otto Brem", "Sarn"), (2, 3, 2)),
    ("decided", date(2024, 3, 2), (1, 1, 0)),
])
def test_a_wrong_card_is_counted(field: str, value: object, counts: tuple[int, int, int]) -> None:
    right = perfect(GOLD_DOCUMENT)
    assert right.case is not None
    wrong: dict[str, Any] = {field: value}
    scores = scores_of(replace(right, case=replace(right.case, **wrong)))
    tally = scores.slots[f"case {field}"]
    assert (tally.gold, tally.found, tally.right) == counts
    assert [item.slot for item in scores.disagreements] == [f"case {field}"]


@pytest.mark.parametrize(("category", "spoil"), OTHER_MISTAKES)
def test_other_mistakes_are_listed(category: str, spoil: Callable[[Extraction], Extraction]) -> None:
    scores = scores_of(spoil(perfect(GOLD_DOCUMENT)))
    assert [item.slot for item in scores.disagreements] == [category]


def test_unread_numerals_are_shown() -> None:
    right = perfect(GOLD_DOCUMENT)
    scores = scores_of(replace(right, numerals=(*right.numerals, Numeral(0, 4, "Sarn", None, "unread"))))
    assert scores.fates == {"weapon": 1, "unread": 1}
    assert [item.slot for item in scores.disagreements] == ["unread numeral"]


QUANTITIES = [
    (Quantity(Decimal(6), Decimal(6), unit="year"), Quantity(Decimal(72), Decimal(72), unit="month"), True),
    (Quantity(Decimal(6), Decimal(6), unit="year"), Quantity(Decimal(6), Decimal(6), unit="month"), False),
    (Quantity(Decimal("3.50"), Decimal("3.5")), Quantity(Decimal("3.5"), Decimal("3.50")), True),
    (Quantity(vague="dozens"), Quantity(vague="dozens of"), True),
    (Quantity(vague="dozens"), Quantity(Decimal(24), None), False),
    (Quantity(Decimal(10), None), Quantity(Decimal(10), None, low_open=True), False),
    (Quantity(Decimal(10), Decimal(10)), Quantity(Decimal(10), Decimal(10), approximate=True), False),
    (Quantity(Decimal(5), Decimal(5), unit="EUR"), Quantity(Decimal(5), Decimal(5), unit="USD"), False),
]


@pytest.mark.parametrize(("wanted", "given", "same"), QUANTITIES)
def test_same_quantity(wanted: Quantity, given: Quantity, same: bool) -> None:
    assert same_quantity(wanted, given) is same


NAMES = [
    ("Ministry of Justice", "the Ministry of Justice", True),
    ("Selma Tarin", "Dr. Selma Tarin", True),
    ("police", "the Sarn police", True),
    ("army", "General Armyn", False),
    ("Ada Morn", None, False),
    ("Ada Morn", "", False),
]


@pytest.mark.parametrize(("wanted", "given", "same"), NAMES)
def test_same_name(wanted: str, given: str | None, same: bool) -> None:
    assert same_name(wanted, given) is same


def test_singular() -> None:
    nouns = {"cases": "case", "families": "family", "women": "woman", "churches": "church", "police": "police"}
    assert {noun: singular(noun) for noun in nouns} == nouns


def test_sentence_around_an_offset() -> None:
    assert sentence_at("One. Two here! Three.", 7) == "Two here!"
    assert sentence_at("A\nB c", 4) == "B c"
    assert sentence_at("", 0) == ""
