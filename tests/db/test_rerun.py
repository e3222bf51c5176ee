"""A source read again keeps every decision: carried over, stale or orphaned, and always shown."""

import hashlib
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Filters, Reread, Store, StoreError
from db.anchors import Anchor, anchor
from models import Claim, Document, Extraction, Quantity, Span
from tests.ledgers import claim, document, extraction

DATA = b"one source, read in many ways"
Sentence = tuple[int, str, str]  # the figure, who, what
FILLER = "The road from the mill to the harbour was closed for most of the day, witnesses remembered. "


def reading(
    sentences: list[Sentence], rule: str = "r1", skip: frozenset[int] = frozenset()
) -> tuple[Document, Extraction]:
    """A text of these sentences, and a claim on each but the skipped ones."""
    text, claims = "", []
    for number, (figure, who, event) in enumerate(sentences):
        start = len(text)
        text += f"{figure} {who} were {event}. "
        if number not in skip:
            claims.append(made(text, start, figure, event, rule))
        text += FILLER * (figure % 2)
    return document(text or "-", DATA)[0], Extraction(claims=tuple(claims))


def made(text: str, start: int, figure: int, event: str, rule: str) -> Claim:
    words = text[start:text.index(".", start)]
    key = hashlib.sha256(f"{words} {event}".encode()).hexdigest()
    number = Span(start, start + len(str(figure)))
    return replace(
        claim("23", "23", event, Quantity(low=Decimal(figure), high=Decimal(figure), wording=str(figure))),
        start=start, end=start + len(words), number=number, evidence={"number": number}, key=key, rule=rule,
    )


A, B, C = (12, "miners", "killed"), (7, "farmers", "injured"), (31, "students", "detained")


def ledger(sentences: list[Sentence], decided: list[int], place: str = "sqlite://") -> tuple[Store, list[str]]:
    """A ledger with one reading, some claims approved by Ana; the ids of all claims."""
    store = Store(place)
    read, found = reading(sentences)
    store.add(read, DATA, found, store.start_run("1", "0"), "a.txt")
    ids = [stored.id for stored in store.claims()]
    for number in decided:
        store.decide(ids[number], "approve", "Ana", f"{number}")
    return store, ids


def again(store: Store, read: Document, found: Extraction) -> Reread:
    return store.rerun(read, found, store.start_run("2", "1"))


CASES: list[tuple[str, list[Sentence], str, frozenset[int], dict[str, int], list[str]]] = [
    ("nothing changed", [A, B, C], "r1", frozenset(), {"same": 1, "carried": 2}, ["verified", "verified", "open"]),
    ("another rule finds the same", [A, B, C], "r2", frozenset(), {"same": 1, "carried": 2},
     ["verified", "verified", "open"]),
    ("one is found no more", [A, B, C], "r1", frozenset({0}), {"same": 1, "carried": 1, "gone": 1, "stale": 1,
     "orphaned": 1}, ["stale", "verified", "open"]),
    ("one that nobody decided is found no more", [A, B, C], "r1", frozenset({2}), {"carried": 2, "gone": 1},
     ["verified", "verified"]),
    ("another figure is read", [(22, *A[1:]), B, C], "r1", frozenset(),
     {"same": 1, "changed": 2, "stale": 2}, ["stale", "stale", "open"]),
    ("a claim more", [A, B, C, (5, "cars", "destroyed")], "r1", frozenset(),
     {"new": 1, "same": 1, "carried": 2}, ["verified", "verified", "open", "open"]),
]
NAMES = [case[0] for case in CASES]


@pytest.mark.parametrize(("name", "sentences", "rule", "skip", "counts", "states"), CASES, ids=NAMES)
def test_outcomes(
    place: str, name: str, sentences: list[Sentence], rule: str, skip: frozenset[int], counts: dict[str, int],
    states: list[str],
) -> None:
    store, _ = ledger([A, B, C], [0, 1], place)
    read, found = reading(sentences, rule, skip)
    outcome = again(store, read, found)
    assert outcome == Reread(outcome.document, **counts), name
    assert sorted(stored.state for stored in store.claims()) == sorted(states)
    assert store.verify().problems == ()
    assert store.extraction(outcome.document) == found


def test_what_occurs_twice_is_never_carried_to_another_text() -> None:
    """Which of the two was decided cannot be told."""
    text = [A, (8, "nurses", "killed"), A]
    store, ids = ledger([*text, B], [0, 3])
    again(store, *reading([(9, "boys", "injured"), A]))
    assert [stored.state for stored in store.claims(Filters(state="verified"))] == []
    assert len(store.decisions(ids[0])) == 1


def test_the_old_decision_stands_beside_the_new_claim() -> None:
    store, ids = ledger([A, B, C], [0])
    again(store, *reading([(22, *A[1:]), B, C]))
    (stale,) = store.claims(Filters(state="stale"))
    assert stale.claim.quantity.wording == "22"
    (before,) = store.earlier(stale.id)
    assert (before.id, before.claim.quantity.wording) == (ids[0], "12")
    (decision,) = store.decisions(stale.id)
    assert (decision.verdict, decision.made_on, decision.standing) == ("approve", ids[0], False)
    assert store.decide(stale.id, "reject", "Boris") == "rejected"
    assert [item.standing for item in store.decisions(stale.id)] == [False, True]


def test_an_old_id_leads_to_what_the_claim_became() -> None:
    store, ids = ledger([A, B, C], [0])
    again(store, *reading([A, B, C], "r2"))
    found = store.claim(ids[0])
    assert (found.claim.rule, found.state) == ("r2", "verified")
    assert found.id in [stored.id for stored in store.claims()]
    assert [(item.claim, item.made_on) for item in store.decisions()] == [(found.id, ids[0])]
    assert store.decide(ids[0], "reject", "Ana") == "rejected"


def test_an_orphan_comes_home() -> None:
    store, ids = ledger([A, B, C], [0])
    again(store, *reading([A, B, C], skip=frozenset({0})))
    assert store.claim(ids[0]).state == "stale"
    assert again(store, *reading([A, B, C])).carried == 1
    assert (store.claim(ids[0]).id, store.claim(ids[0]).state) == (ids[0], "verified")
    assert store.verify().problems == ()


def test_an_orphan_can_be_decided_again() -> None:
    store, ids = ledger([A, B, C], [0])
    again(store, *reading([A, B, C], skip=frozenset({0})))
    assert store.decide(ids[0], "reject", "Ana") == "rejected"
    again(store, *reading([A, B, C], skip=frozenset({0})))
    assert [item.standing for item in store.decisions(ids[0])] == [False, True]
    assert store.claim(ids[0]).state == "rejected"


def test_an_unknown_source_is_refused() -> None:
    store, _ = ledger([A], [])
    with pytest.raises(StoreError, match="cannot be read again: ingest it first"):
        store.rerun(document()[0], extraction(), 1)


def test_counts_are_of_the_last_reading() -> None:
    with Store("sqlite://") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1", "0"))
        before = store.status()
        again(store, read, extraction())
        assert store.status() == before
        (entry,) = store.documents()
        assert (entry.claims, entry.numerals, entry.unread) == (4, 3, 1)


CONTEXTS = [
    ("a b", 2, 3, Anchor("k", "b", "a", "")), ("a\n\n  b c", 5, 6, Anchor("k", "b", "a", "c")),
    ("x" * 70 + "b" + "y" * 70, 70, 71, Anchor("k", "b", "x" * 60, "y" * 60)),
]


@pytest.mark.parametrize(("text", "start", "end", "expected"), CONTEXTS)
def test_anchor(text: str, start: int, end: int, expected: Anchor) -> None:
    assert anchor(text, start, end, "k") == expected


sentences = st.lists(st.tuples(
    st.sampled_from([7, 12, 21, 31]), st.sampled_from(["miners", "farmers"]), st.sampled_from(["killed", "injured"]),
), max_size=6)
readings = st.lists(st.tuples(sentences, st.sampled_from(["r1", "r2"]), st.frozensets(st.integers(0, 5))), max_size=3)


@settings(max_examples=30)
@given(sentences, st.sets(st.integers(0, 5)), readings)
def test_no_decision_is_ever_lost(
    first: list[Sentence], decided: set[int], later: list[tuple[list[Sentence], str, frozenset[int]]]
) -> None:
    store, _ = ledger(first, [number for number in sorted(decided) if number < len(first)])
    text = store.text(store.documents()[0].id)
    before = {item.number: anchor(text, *_ends(store, item.made_on)) for item in store.decisions()}
    for sentences_now, rule, skip in later:
        if not sentences_now:
            continue
        again(store, *reading(sentences_now, rule, skip))
        shown = {stored.id: stored for stored in store.claims()}
        assert [item.number for item in store.decisions()] == list(before)
        for item in store.decisions():
            now = shown[store.claim(item.made_on).id]
            (said,) = [found for found in store.decisions(item.made_on) if found.number == item.number]
            if said.standing:
                assert now.state == "verified"
                assert anchor(store.text(now.document), *_ends(store, now.id)) == before[item.number]
            else:
                assert now.state == "stale"
        assert store.verify().problems == ()
    store.close()


def _ends(store: Store, name: str) -> tuple[int, int, str]:
    found = store.claim(name).claim
    return found.start, found.end, found.key
