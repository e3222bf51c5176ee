"""Agreement against tables worked out by hand, and what reviewers made of each rule."""

from dataclasses import replace

import pytest

from db import Agreement, Store, Worth
from db.agreement import measured
from models import Extraction
from tests.ledgers import document, extraction

Table = dict[tuple[str, str], int]
YES, NO, OTHER = "approve", "reject", "correct"

# worked out by hand: raw; kappa = (raw - pe) / (1 - pe), pe the sum of products of both shares;
# AC1 the same with pe = sum of q (1 - q) / (categories - 1), q the mean of both shares
TABLES: list[tuple[Table, float, float | None, float | None]] = [
    # pe = .984 x .96 + .016 x .04 = .94528; AC1: q = .972, pe = 2 x .972 x .028 = .054432
    ({(YES, YES): 118, (YES, NO): 5, (NO, YES): 2}, 0.944, -0.001280 / 0.054720, 0.889568 / 0.945568),
    # pe = .5 x .6 + .5 x .4 = .5; q = .55, pe = .495
    ({(YES, YES): 20, (YES, NO): 5, (NO, YES): 10, (NO, NO): 15}, 0.7, 0.4, 0.205 / 0.505),
    # 96 of 100 agree and kappa is below zero: pe = .98 x .98 + .02 x .02; q = .98
    ({(YES, YES): 96, (YES, NO): 2, (NO, YES): 2}, 0.96, -0.0008 / 0.0392, 0.9208 / 0.9608),
    # three verdicts: shares .5 .3 .2 and .4 .4 .2, pe = .2 + .12 + .04 = .36; q = .45 .35 .2, pe = .635 / 2
    ({(YES, YES): 4, (YES, NO): 1, (NO, NO): 3, (OTHER, OTHER): 2}, 0.9, 0.54 / 0.64, 0.5825 / 0.6825),
    ({(YES, NO): 1}, 0.0, 0.0, -1.0),
    ({(YES, YES): 7}, 1.0, None, 1.0),
]


@pytest.mark.parametrize(("table", "raw", "kappa", "ac1"), TABLES)
def test_measured(table: Table, raw: float, kappa: float | None, ac1: float | None) -> None:
    near = [value if value is None else pytest.approx(value) for value in (raw, kappa, ac1)]
    assert measured(table) == (sum(table.values()), *near)
    turned = {(second, first): number for (first, second), number in table.items()}
    assert measured(turned) == pytest.approx(measured(table)) if kappa is not None else measured(turned)[1] == raw


@pytest.fixture
def store(place: str) -> Store:
    """Two rules, four claims, judged by Ana and Boris."""
    made = Store(place)
    read, data = document()
    killed, injured, detained, charged = extraction().claims
    claims = (killed, injured, replace(detained, rule="held"), replace(charged, rule="held"))
    made.add(read, data, Extraction(claims=claims), made.start_run("1", "0"))
    one, two, three, four = (stored.id for stored in made.claims())
    for name, ana, boris in ((one, YES, YES), (two, NO, YES), (three, NO, NO)):
        made.decide(name, ana, "Ana", "of another  day")
        made.decide(name, boris, "Boris", "of another day")
    made.correct(four, {"event": "detained"}, "Ana", "no charge is named")
    made.decide(two, NO, "Cem", "Ana is right")
    return made


def test_each_pair_and_event(store: Store) -> None:
    found = {(item.first, item.second, item.event): item for item in store.agreement() if not item.slot}
    assert found["Ana", "Boris", "killed"] == Agreement("Ana", "Boris", "killed", 1, 1.0, None, 1.0)
    both = found["Ana", "Boris", ""]
    assert both.number == 3 and both.raw == pytest.approx(2 / 3)
    assert (found["Ana", "Cem", ""].raw, found["Boris", "Cem", ""].raw) == (1.0, 0.0)
    assert ("Ana", "Boris", "charged") not in found


def test_the_first_word_counts_for_agreement(store: Store) -> None:
    before = store.agreement()
    killed = next(store.claims()).id
    store.decide(killed, "withdraw", "Ana")
    store.decide(killed, NO, "Ana")
    assert store.agreement() == before


SLOTS = ["words", "value", "counted", "event", "polarity", "status", "source", "date", "as of", "place", "charges"]


def test_each_slot_of_the_claims_that_both_took_for_one(place: str) -> None:
    """Ana and Boris correct the event alike; of the value each has another opinion; what one rejects has no slots."""
    store = Store(place)
    read, data = document()
    store.add(read, data, extraction(), store.start_run("1", "0"))
    killed, injured, detained, charged = (stored.id for stored in store.claims())
    store.correct(killed, {"event": "injured"}, "Ana")
    store.decide(killed, "approve", "Boris", follows=1)
    store.correct(injured, {"event": "killed", "status": "alleged"}, "Ana")
    store.correct(injured, {"event": "killed"}, "Boris")
    store.decide(detained, YES, "Ana")
    store.decide(detained, YES, "Boris")
    store.decide(charged, YES, "Ana")
    store.decide(charged, NO, "Boris")
    found = {(item.event, item.slot): item for item in store.agreement()}
    assert [slot for event, slot in found if not event] == ["", *SLOTS]
    assert (found["", ""].number, found["", ""].raw) == (4, 0.75)
    assert {found["", slot].number for slot in SLOTS} == {3}
    assert {slot: found["", slot].raw for slot in SLOTS if found["", slot].raw < 1} == {"status": pytest.approx(2 / 3)}
    # what both corrected to, and what both left, are three words: pe = 1/9 + 1/9 + 1/9
    assert [found["", "event"].kappa, found["", "event"].ac1] == pytest.approx([1.0, 1.0])
    assert ("charged", "event") not in found and found["injured", "status"].raw == 0


def test_worth(store: Store) -> None:
    assert store.worth() == [
        Worth("held", 2, 0, 1, 2, (("of another day", 2), ("no charge is named", 1))),
        Worth("people-were-harmed", 2, 3, 0, 2, (("of another day", 1), ("Ana is right", 1))),
    ]


def test_worth_outlives_a_new_reading(store: Store) -> None:
    read, _ = document()
    store.rerun(read, Extraction(), store.start_run("2", "0"))
    assert [(item.rule, item.approved, item.rejected) for item in store.worth()] == [
        ("held", 0, 2), ("people-were-harmed", 3, 2),
    ]
