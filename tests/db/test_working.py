"""What reviewers do beside deciding."""

from dataclasses import replace
from typing import Any

import pytest

from db import Comment, Progress, Store, StoreError, UnknownId
from models import Extraction
from tests.ledgers import TEXT, document, extraction, span


@pytest.fixture
def store(place: str) -> Store:
    made = Store(place)
    read, data = document()
    made.add(read, data, extraction(), made.start_run("1", "0"))
    return made


def of_event(store: Store, event: str) -> str:
    return next(stored.id for stored in store.claims() if stored.claim.event == event)


def reread(store: Store, *claims: Any, text: str = TEXT) -> None:
    read, _ = document(text, data=TEXT.encode())
    store.rerun(read, replace(extraction(), claims=claims), store.start_run("2", "0"))


def test_comments_stay_with_their_claim(store: Store) -> None:
    killed, injured = of_event(store, "killed"), of_event(store, "injured")
    first = store.comment(killed, " Ana ", " ask the editor\n")
    store.comment(injured, "Boris", "who counted?")
    store.comment(killed, "Boris", "<b>asked</b>")
    assert [(said.who, said.text) for said in store.comments(killed)] == [
        ("Ana", "ask the editor"), ("Boris", "<b>asked</b>"),
    ]
    assert store.comments(killed)[0] == first == Comment(1, killed, "Ana", first.at, "ask the editor")
    store.decide(killed, "approve", "Ana")
    reread(store, replace(extraction().claims[0], key="other"))
    assert [said.text for said in store.comments(of_event(store, "killed"))] == ["ask the editor", "<b>asked</b>"]


@pytest.mark.parametrize(("text", "sentence"), [(" \n", "the comment is empty"), ("x" * 10_001, "10,001 characters")])
def test_comments_that_are_none(store: Store, text: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        store.comment(of_event(store, "killed"), "Ana", text)
    assert store.comments(of_event(store, "killed")) == []


CHARGED, SEVEN = span("7 of them were charged"), span("7 of them")
QUANTITY = {"low": "7", "high": "7", "wording": "7"}


def miss(store: Store, quantity: dict[str, Any] | None = None, reason: str | None = None, **others: Any) -> str:
    """A claim that the rules missed: seven people were prosecuted."""
    where = {"start": CHARGED.start, "end": CHARGED.end, "number_start": SEVEN.start, "number_end": SEVEN.start + 1}
    slots = {"quantity": quantity or QUANTITY, "counted": {"text": "them", "lemma": "they", "span": None}}
    return store.add_missed(store.documents()[0].id, event=others.pop("event", "prosecuted"), who="Ana", slots=slots,
                            reason=reason, **where | others)


def test_a_missed_claim_is_a_claim(store: Store) -> None:
    before = store.documents()[0]
    stored = store.claim(miss(store))
    claim = stored.claim
    assert (stored.state, claim.event, claim.rule, claim.number.start) == (
        "verified", "prosecuted", "reviewer", SEVEN.start)
    assert (str(claim.quantity.low), claim.counted.text, claim.source.name) == ("7", "them", "Tamar Watch")
    assert [(said.reviewer, said.verdict) for said in store.decisions(stored.id)] == [("Ana", "approve")]
    assert store.documents()[0] == replace(before, claims=before.claims + 1)
    assert store.extraction(before.id) == extraction(), "it is no finding of the rules"
    assert store.verify().problems == ()
    assert "missed" in [event.what for event in store.claim_events(stored.id)]


def test_a_missed_claim_needs_as_many_eyes_as_any(store: Store) -> None:
    store.set("required_approvals", "2", "Ana")
    name = miss(store)
    assert store.claim(name).state == "approved_once"
    assert store.decide(name, "approve", "Boris") == "verified"


@pytest.mark.parametrize("deed", ["same", "nothing"])
def test_a_missed_claim_stays_when_its_text_is_read_again(store: Store, deed: str) -> None:
    name = miss(store)
    reread(store, *(extraction().claims if deed == "same" else ()))
    assert store.claim(name).state == "verified"
    assert store.verify().problems == ()
    reread(store, *extraction().claims, text=TEXT + " More was said.")
    assert store.claim(name).state == "stale"
    assert [said.verdict for said in store.decisions(name)] == ["approve"]
    assert store.verify().problems == ()


MISTAKES: list[tuple[dict[str, Any], str]] = [
    ({"event": "eaten"}, "this is no claim"), ({"end": 5000}, "the claim's words, or its number, are not where"),
    ({"start": 50, "end": 40}, "the claim's words, or its number, are not where"),
    ({"number_start": 3}, "the claim's words, or its number, are not where"),
    ({"quantity": {"low": "8", "high": "8"}}, "8 does not stand in the words"),
    ({"quantity": {"low": "seven"}}, "this is no claim"),
]


@pytest.mark.parametrize(("others", "sentence"), MISTAKES)
def test_missed_claims_that_are_none(store: Store, others: dict[str, Any], sentence: str) -> None:
    before = store.head()
    with pytest.raises(StoreError, match=sentence):
        miss(store, **others)
    assert (store.head(), store.status().claims) == (before, 4)


def test_a_figure_that_is_not_there_needs_a_reason(store: Store) -> None:
    assert store.claim(miss(store, {"low": "8", "high": "8"}, "one more is named")).state == "verified"


def test_a_form_sent_twice_is_one_claim(store: Store) -> None:
    name = miss(store)
    with pytest.raises(StoreError, match=f"this claim was added already: it is {name}"):
        miss(store)


def test_each_number_is_shown_with_its_fate(store: Store) -> None:
    found = store.numerals(store.documents()[0].id)
    assert [(item.text, item.fate, item.claim, item.looked_by) for item in found] == [
        ("23", "claim", of_event(store, "killed"), None), ("4", "date", None, None), ("2021", "unread", None, None),
    ]


def test_a_document_is_done_when_all_is_looked_at(store: Store) -> None:
    name = store.documents()[0].id
    unread = store.numerals(name)[2].id
    assert store.progress(name) == Progress(4, 0, 1, 0)
    for stored in list(store.claims()):
        store.decide(stored.id, "approve", "Ana")
    assert (store.progress(name), store.progress(name).done) == (Progress(4, 4, 1, 0), False)
    store.look_at(name, unread, "Ana")
    store.look_at(name, unread, "Boris")
    assert store.numerals(name)[2].looked_by == "Ana"
    assert (store.progress(name), store.progress(name).done) == (Progress(4, 4, 1, 1), True)
    reread(store, *extraction().claims)
    assert store.progress(name).done, "a look is at a place of the text, not at a run's number"
    store.unlook(name, store.numerals(name)[2].id, "Boris")
    store.unlook(name, store.numerals(name)[2].id, "Boris")
    assert not store.progress(name).done
    assert [event.who for event in store.events() if event.what in ("look", "unlook")] == ["Ana", "Boris"]
    assert store.verify().problems == ()


def test_only_a_number_of_the_document_is_looked_at(store: Store) -> None:
    read, data = document("Another text.")
    other = store.add(read, data, Extraction(), store.start_run("1", "0")).document
    for number in (store.numerals(store.documents()[0].id)[0].id, 99):
        with pytest.raises(UnknownId, match=f"the document has no numeral {number}"):
            store.look_at(other, number, "Ana")


def test_conflicts(store: Store) -> None:
    name = of_event(store, "injured")
    store.decide(name, "approve", "Ana")
    assert store.conflicts() == []
    store.decide(name, "reject", "Boris")
    assert [stored.id for stored in store.conflicts()] == [name]


def test_the_newest_events_come_first(store: Store) -> None:
    for stored in list(store.claims()):
        store.decide(stored.id, "approve", "Ana")
    log = store.events()
    assert store.latest_events(limit=3) == log[:-4:-1]
    assert store.latest_events(before=log[-3].number, limit=2) == [log[-4], log[-5]]
    assert store.latest_events(before=1) == []


def test_readers_do_no_work(store: Store) -> None:
    store.add_account("Ana", "reader")
    name = store.documents()[0].id
    for deed in (lambda: store.comment(of_event(store, "killed"), "Ana", "x"), lambda: miss(store),
                 lambda: store.look_at(name, store.numerals(name)[0].id, "Ana")):
        with pytest.raises(StoreError, match="Ana may read this ledger"):
            deed()
