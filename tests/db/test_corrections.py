"""Corrections are checked against the words, and four eyes are four."""

from typing import Any

import pytest
from sqlalchemy import create_engine, text

from db import Store, StoreError
from db.connect import address
from db.corrections import figures
from models import Quantity, to_dict
from tests.ledgers import document, extraction


@pytest.fixture
def store(place: str) -> Store:
    made = Store(place)
    read, data = document()
    made.add(read, data, extraction(), made.start_run("1.0", "0" * 64), "belora.txt")
    return made


def claim(store: Store, event: str = "detained") -> str:
    return next(stored.id for stored in store.claims() if stored.claim.event == event)


def quantity(low: str | None, high: str | None = None) -> dict[str, Any]:
    return {"quantity": to_dict(Quantity(wording="between 12 and 20")) | {"low": low, "high": high}}


def test_a_correction_is_what_the_fact_says(store: Store) -> None:
    assert store.correct(claim(store), quantity("12"), "Ana") == "corrected"
    stored = store.claim(claim(store))
    assert stored.claim.quantity.high == 20 and stored.fact.quantity.high is None
    assert stored.fact.quantity.low == 12
    (decision,) = store.decisions()
    assert decision.corrected == quantity("12")
    assert [event.what for event in store.events()][-1] == "correction"
    assert store.verify().problems == ()


REFUSED: list[tuple[dict[str, Any], str]] = [
    (quantity("13"), "13 does not stand in the words “Police detained between 12 and 20 students”: give a reason"),
    (quantity("12", "200"), "200 does not stand in the words"),
    (quantity("12", "20"), "the correction says what the claim says already"),
    ({}, "the correction says what the claim says already"),
    ({"event": "eaten"}, "the correction is no claim: 'eaten' is none of"),
    ({"colour": "red"}, "the correction is no claim: Claim: unknown field colour"),
    ({"quantity": {"low": "x"}}, "the correction is no claim: 'x' is no decimal number"),
    ({"end": 100_000}, "the correction's words are not in the document"),
    ({"start": -1}, "the correction's words are not in the document"),
]


@pytest.mark.parametrize(("values", "sentence"), REFUSED)
def test_a_bad_correction_leaves_no_trace(store: Store, values: dict[str, Any], sentence: str) -> None:
    head = store.head()
    with pytest.raises(StoreError) as raised:
        store.correct(claim(store), values, "Ana")
    assert str(raised.value).startswith(sentence)
    assert (store.decisions(), store.head()) == ([], head)


def test_a_reason_stands_for_a_figure(store: Store) -> None:
    assert store.correct(claim(store), quantity("13"), "Ana", "the annex gives 13") == "corrected"


def test_other_words_can_give_the_figure(store: Store) -> None:
    """The words are widened until they have it."""
    assert store.correct(claim(store), quantity("23") | {"start": 31}, "Ana") == "corrected"


FIGURES: list[tuple[str, set[float]]] = [
    ("816 000 people", {816000}), ("Rs. 4,59,330", {459330}), ("1.5 million", {1.5}), ("12, 20", {12, 20}),
    ("no", set()),
]


@pytest.mark.parametrize(("words", "expected"), FIGURES)
def test_figures(words: str, expected: set[float]) -> None:
    assert {float(figure) for figure in figures(words)} >= expected


Deed = tuple[str, str]  # who, what


def does(store: Store, name: str, deed: Deed) -> str:
    who, what = deed
    if what == "correct":
        return store.correct(name, {"event": "displaced"}, who, "so it says")
    if what.startswith("approve "):
        return store.decide(name, "approve", who, "so it says", int(what.split()[1]))
    return store.decide(name, what, who, "so it says")


FOUR_EYES: list[tuple[list[Deed], list[str]]] = [
    ([("Ana", "approve"), ("Boris", "approve")], ["approved_once", "verified"]),
    ([("Ana", "approve"), ("Ana", "approve"), ("Ana", "approve")], ["approved_once"] * 3),
    ([("Ana", "correct"), ("Ana", "correct")], ["approved_once"] * 2),
    ([("Ana", "correct"), ("Boris", "approve 1")], ["approved_once", "corrected"]),
    ([("Ana", "correct"), ("Boris", "correct")], ["approved_once", "corrected"]),
    ([("Ana", "correct"), ("Boris", "approve"), ("Cem", "approve 1")], ["approved_once", "conflict", "corrected"]),
    ([("Ana", "approve"), ("Boris", "reject"), ("Cem", "reject")], ["approved_once", "conflict", "rejected"]),
    ([("Ana", "approve"), ("Boris", "reject"), ("Boris", "withdraw"), ("Boris", "approve")],
     ["approved_once", "conflict", "approved_once", "verified"]),
]


@pytest.mark.parametrize(("deeds", "states"), FOUR_EYES)
def test_four_eyes(store: Store, deeds: list[Deed], states: list[str]) -> None:
    store.set("required_approvals", "2", "Lena")
    name = claim(store)
    assert [does(store, name, deed) for deed in deeds] == states
    assert store.verify().problems == ()


def test_nobody_approves_their_own_correction(store: Store) -> None:
    store.correct(claim(store), quantity("12"), "Ana")
    with pytest.raises(StoreError, match="nobody approves their own correction"):
        store.decide(claim(store), "approve", " Ana ", follows=1)


@pytest.mark.parametrize(("verdict", "number"), [("approve", 2), ("approve", 99), ("reject", 1)])
def test_only_a_correction_of_this_claim_is_followed(store: Store, verdict: str, number: int) -> None:
    store.correct(claim(store), quantity("12"), "Ana")
    store.correct(claim(store, "killed"), {"event": "injured"}, "Ana")
    with pytest.raises(StoreError, match=f"decision {number} is no correction of this claim"):
        store.decide(claim(store), verdict, "Boris", follows=number)


def test_a_conflict_goes_to_a_third_person_with_a_reason(store: Store) -> None:
    name = claim(store)
    store.decide(name, "approve", "Ana")
    assert store.decide(name, "reject", "Boris") == "conflict"
    with pytest.raises(StoreError, match="someone else decides it, or you withdraw"):
        store.decide(name, "reject", "Ana", "I changed my mind")
    with pytest.raises(StoreError, match="say why you decide so, with --reason"):
        store.decide(name, "reject", "Cem", " ")
    assert store.decide(name, "reject", "Cem", "it is another day's toll") == "rejected"


def test_settings_change_the_states(store: Store, place: str) -> None:
    killed, detained = claim(store, "killed"), claim(store)
    store.decide(killed, "approve", "Ana")
    store.decide(detained, "approve", "Ana")
    store.set("required_approvals.killed", "2", "Lena")
    assert [store.claim(name).state for name in (killed, detained)] == ["approved_once", "verified"]
    store.set("required_approvals", "2", "Lena")
    store.set("required_approvals.killed", "1", "Lena")
    assert [store.claim(name).state for name in (killed, detained)] == ["verified", "approved_once"]
    assert store.settings() == {"required_approvals": "2", "required_approvals.killed": "1"}
    assert [(event.who, event.detail["before"]) for event in store.events() if event.what == "setting"] == [
        ("Lena", None), ("Lena", None), ("Lena", "2"),
    ]
    assert store.verify().problems == ()
    with create_engine(address(place)).begin() as connection:
        connection.execute(text("UPDATE setting SET value = '1'"))
    assert "setting required_approvals was changed: the log says otherwise" in store.verify().problems


@pytest.mark.parametrize(("name", "value"), [
    ("required", "2"), ("required_approvals.eaten", "2"), ("required_approvals.", "2"), ("required_approvals", "0"),
    ("required_approvals", "ten"), ("required_approvals", "-1"), ("required_approvals", "1.5"),
])
def test_bad_settings(store: Store, name: str, value: str) -> None:
    with pytest.raises(StoreError, match=r"is no setting|is a number from 1 to 9"):
        store.set(name, value, "Lena")
    assert store.settings() == {}
