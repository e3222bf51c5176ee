"""The reviewers' queue: what comes next, whatever the order and the filters."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import MANY, STATES, Filters, Queue, StaleError, Store, StoreError
from models import Extraction, Quantity
from tests.ledgers import claim, document, extraction

CONFIDENCES = (0.9, 0.5, 0.7, 0.8)


def fill(store: Store) -> Store:
    """Two documents of four claims, each with its own confidence; the second says "killed" twice with one figure."""
    run = store.start_run("1.0", "0" * 64)
    found = extraction()
    sure = [replace(item, confidence=sure) for item, sure in zip(found.claims, CONFIDENCES, strict=True)]
    again = claim("4 May 2021", "4", "killed", Quantity(low=Decimal(23), wording="4"), key="again", confidence=0.9)
    for number, claims in enumerate([sure, [*sure, again]]):
        read, data = document(data=str(number).encode())
        store.add(read, data, Extraction(claims=tuple(claims)), run, f"{number}.txt")
    return store


@pytest.fixture
def store(place: str) -> Store:
    return fill(Store(place))


def walk(store: Store, queue: Queue, reviewer: str | None = None) -> list[str]:
    """The queue from its beginning to its end."""
    found: list[str] = []
    while name := store.next_claim(queue, found[-1] if found else None, reviewer):
        found.append(name)
    return found


def events(store: Store, names: list[str]) -> list[str]:
    return [store.claim(name).claim.event for name in names]


def test_text_order_is_that_of_the_claims(store: Store) -> None:
    assert walk(store, Queue()) == [stored.id for stored in sorted(
        store.claims(), key=lambda stored: (store.documents()[0].id != stored.document, stored.claim.start))]


def test_the_most_useful_come_first(store: Store) -> None:
    found = events(store, walk(store, Queue(order="useful")))
    assert found == ["injured", "injured", "detained", "detained", "charged", "charged", "killed", "killed", "killed"]
    repeated = store.claim(walk(store, Queue(Filters(event="killed"), "useful"))[0])
    assert repeated.document == store.documents()[1].id, "one that is repeated comes before one that is not"


FILTERS = [
    (Filters(event="killed"), ["killed", "killed", "killed"]), (Filters(event="fined"), []),
    (Filters(place="Belora"), ["killed", "killed"]), (Filters(source="the mayor"), ["killed", "killed"]),
    (Filters(rule="people-were-harmed", event="injured"), ["injured", "injured"]), (Filters(rule="no rule"), []),
    (Filters(max_confidence=0.7), ["injured", "detained"] * 2), (Filters(max_confidence=0.4), []),
    (Filters(reviewer="Ana"), ["detained"]), (Filters(reviewer="Zoe"), []),
    (Filters(state="rejected"), ["detained"]), (Filters(state="rejected", reviewer="Boris"), []),
    (Filters(state="open", event="detained"), ["detained"]),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS)
@pytest.mark.parametrize("order", ["text", "useful"])
def test_filters(store: Store, filters: Filters, expected: list[str], order: str) -> None:
    store.decide(walk(store, Queue(Filters(event="detained")))[0], "reject", "Ana")
    queue = Queue(filters, order)  # type: ignore[arg-type]
    found = walk(store, queue)
    assert sorted(events(store, found)) == sorted(expected)
    assert sorted(stored.id for stored in store.claims(filters)) == sorted(found)
    assert found == [name for name in walk(store, Queue(order=order)) if name in found]  # type: ignore[arg-type]
    assert [store.place_in(queue, name) for name in found] == [(n, len(found)) for n in range(1, len(found) + 1)]
    assert [store.previous_claim(queue, after) for _, after in pairwise(found)] == found[:-1]
    assert not found or store.previous_claim(queue, found[0]) is None


def test_one_document(store: Store) -> None:
    second = store.documents()[1].id
    found = walk(store, Queue(Filters(document=second)))
    assert {store.claim(name).document for name in found} == {second}
    assert len(found) == 5


def test_a_decided_claim_still_has_a_place(store: Store) -> None:
    queue = Queue(Filters(state="open"))
    first, second, *_ = walk(store, queue)
    store.decide(first, "approve", "Ana")
    assert store.place_in(queue, first) == (0, 8)
    assert store.next_claim(queue, first) == store.next_claim(queue) == second


def test_nobody_is_shown_a_claim_twice(store: Store) -> None:
    store.set("required_approvals", "2", "Ana")
    first, *others = walk(store, Queue())
    store.decide(first, "approve", "Ana")
    pending = Queue(Filters(state="approved_once"))
    assert (store.next_claim(pending, None, "Ana"), store.next_claim(pending, None, "Boris")) == (None, first)
    assert walk(store, Queue(), "Ana") == others
    store.decide(first, "withdraw", "Ana")
    assert walk(store, Queue(), "Ana") == [first, *others]


def test_mistakes(store: Store) -> None:
    with pytest.raises(StoreError, match="'random' is no order of a queue: it is text or useful"):
        store.next_claim(Queue(order="random"))  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="no claim has the id"):
        store.next_claim(Queue(), "czzz")
    with pytest.raises(StoreError, match="no document has the id"):
        store.next_claim(Queue(Filters(document="dzz")))


def test_a_claim_that_is_no_more_has_no_place(store: Store) -> None:
    name = walk(store, Queue())[0]
    store.rerun(document(data=b"0")[0], Extraction(), store.start_run("2", "0"))
    with pytest.raises(StoreError, match=f"the claim {name} is no more: its document was read again without it"):
        store.next_claim(Queue(), name)


def test_a_decision_on_what_was_decided_in_between_is_refused(store: Store) -> None:
    name = walk(store, Queue())[0]
    assert store.last_decision_number(name) == 0
    store.decide(name, "approve", "Ana", seen=0)
    seen = store.last_decision_number(name)
    for late in (0, seen + 1):
        with pytest.raises(StaleError, match="someone else decided on this claim in the meantime"):
            store.decide(name, "reject", "Boris", seen=late)
        with pytest.raises(StaleError):
            store.correct(name, {"event": "injured"}, "Boris", "read", seen=late)
    assert len(store.decisions()) == 1
    store.decide(name, "reject", "Boris", seen=seen)
    assert store.claim(name).state == "conflict"


def test_counts_follow_every_decision(store: Store) -> None:
    names = walk(store, Queue())
    assert store.state_counts() == dict.fromkeys(STATES, 0) | {"open": 9}
    for name, verdict in zip(names, ("approve", "reject", "flag", "skip"), strict=False):
        store.decide(name, verdict, "Ana")
    counts = store.state_counts()
    assert {state: number for state, number in counts.items() if number} == {
        "open": 5, "verified": 1, "rejected": 1, "flagged": 1, "skipped": 1,
    }
    assert store.verify().problems == ()


def test_many_is_more_than_a_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MANY == 10_000
    monkeypatch.setattr("db.queue.MANY", 3)
    names = walk(store, Queue())
    assert store.place_in(Queue(), names[-1]) == (3, 9)
    assert store.place_in(Queue(Filters(max_confidence=0.95)), names[1]) == (2, 3)


DEEDS = st.lists(st.tuples(
    st.integers(0, 8), st.sampled_from(["Ana", "Boris"]),
    st.sampled_from(["approve", "reject", "flag", "skip", "withdraw"]),
), max_size=10)


@settings(max_examples=15)
@given(DEEDS, st.booleans())
def test_caches_are_never_wrong(deeds: list[tuple[int, str, str]], reread: bool) -> None:
    with Store("sqlite://") as store:
        names = walk(fill(store), Queue())
        for number, reviewer, verdict in deeds:
            if store.claim(names[number]).state != "conflict":
                store.decide(names[number], verdict, reviewer)
        if reread:
            found = Extraction(claims=extraction().claims[1:])
            store.rerun(document(data=b"1")[0], found, store.start_run("2", "0"))
        assert store.verify().problems == ()
        before = store.state_counts(), walk(store, Queue(order="useful"))
        store.rebuild_states()
        assert store.verify().problems == ()
        assert (store.state_counts(), walk(store, Queue(order="useful"))) == before
