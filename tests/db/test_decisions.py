"""Decisions are added, never changed, and the state follows from them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from db import VERDICTS, Store, StoreError
from db.connect import address, engine
from db.states import derive
from db.tables import APPEND_ONLY
from models import Extraction
from tests.ledgers import document, extraction


@pytest.fixture
def store(place: str) -> Store:
    made = Store(place)
    read, data = document()
    made.add(read, data, extraction(), made.start_run("1.0", "0" * 64), "belora.txt")
    return made


def first(store: Store) -> str:
    return next(stored.id for stored in store.claims())


SAID = ["approve", "reject", "flag", "skip", "withdraw"]


def test_every_verdict_is_tried() -> None:
    assert {*SAID, "correct"} == set(VERDICTS)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from("ABC"), st.sampled_from(SAID)), max_size=12))
def test_the_state_follows_from_the_decisions(said: list[tuple[int, str, str]]) -> None:
    with Store("sqlite://") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1", "0"))
        ids = [stored.id for stored in store.claims()]
        heard = []
        for number, reviewer, verdict in said:
            try:
                store.decide(ids[number], verdict, reviewer, "I looked")
                heard.append((number, reviewer, verdict))
            except StoreError as error:
                assert str(error).startswith("reviewers disagree on this claim: someone else decides it")
        kept = [(stored.id, stored.state) for stored in store.claims()]
        assert [(decision.claim, decision.reviewer, decision.verdict) for decision in store.decisions()] == [
            (ids[number], reviewer, verdict) for number, reviewer, verdict in heard
        ]
        assert kept == [
            (name, derive((ord(who), what) for about, who, what in heard if about == number))
            for number, name in enumerate(ids)
        ]
        store.rebuild_states()
        assert [(stored.id, stored.state) for stored in store.claims()] == kept


A, B, C = 1, 2, 3
STATES: list[tuple[list[tuple[int, str]], int, str]] = [
    ([], 1, "open"),
    ([(A, "approve")], 1, "verified"),
    ([(A, "approve")], 2, "approved_once"),
    ([(A, "approve"), (A, "approve")], 2, "approved_once"),
    ([(A, "approve"), (B, "approve")], 2, "verified"),
    ([(A, "reject")], 1, "rejected"),
    ([(A, "approve"), (A, "reject")], 1, "rejected"),
    ([(A, "reject"), (A, "approve")], 1, "verified"),
    ([(A, "approve"), (B, "reject")], 1, "conflict"),
    ([(A, "approve"), (B, "reject"), (C, "approve")], 1, "verified"),
    ([(A, "approve"), (B, "reject"), (C, "reject")], 1, "rejected"),
    ([(A, "approve"), (B, "reject"), (B, "approve")], 1, "verified"),
    ([(A, "approve"), (B, "reject"), (C, "approve")], 2, "verified"),
    ([(A, "approve"), (B, "reject"), (B, "withdraw")], 1, "verified"),
    ([(A, "approve"), (A, "withdraw")], 1, "open"),
    ([(A, "skip")], 1, "skipped"),
    ([(A, "skip"), (B, "approve")], 1, "verified"),
    ([(A, "approve"), (A, "skip")], 1, "verified"),
    ([(A, "approve"), (B, "flag")], 1, "flagged"),
    ([(A, "approve"), (B, "flag"), (B, "approve")], 2, "verified"),
    ([(A, "{}")], 1, "corrected"),
    ([(A, "{}")], 2, "approved_once"),
    ([(A, "{}"), (A, "{}")], 2, "approved_once"),
    ([(A, "{}"), (B, "{}")], 2, "corrected"),
    ([(A, "{}"), (B, "approve")], 1, "conflict"),
    ([(A, "{}"), (B, "approve"), (C, "{}")], 2, "corrected"),
    ([(A, "{1}"), (B, "{2}"), (C, "reject")], 1, "conflict"),
]


@pytest.mark.parametrize(("decisions", "required", "state"), STATES)
def test_state(decisions: list[tuple[int, str]], required: int, state: str) -> None:
    assert derive(decisions, required) == state


def test_a_decision_is_kept_with_its_reason(store: Store) -> None:
    assert store.decide(first(store), "reject", "  Ana  Lima ", "it is the toll of another day") == "rejected"
    (decision,) = store.decisions()
    assert (decision.claim, decision.reviewer, decision.verdict) == (first(store), "Ana Lima", "reject")
    assert decision.reason == "it is the toll of another day"
    assert store.claim(first(store)).state == "rejected"


def test_every_decision_stays(store: Store) -> None:
    for verdict in ("approve", "reject", "approve"):
        store.decide(first(store), verdict, "Ana")
    assert [decision.verdict for decision in store.decisions(first(store))] == ["approve", "reject", "approve"]


MISTAKES = [
    ("maybe", "Ana", "'maybe' is no verdict: it is one of approve, reject, correct, flag, skip, withdraw"),
    ("approve", "", "a decision needs the name of a reviewer"),
    ("approve", " \t", "a decision needs the name of a reviewer"),
]


@pytest.mark.parametrize(("verdict", "reviewer", "sentence"), MISTAKES)
def test_mistakes_leave_no_trace(store: Store, verdict: str, reviewer: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        store.decide(first(store), verdict, reviewer)
    assert store.decisions() == []
    assert store.claim(first(store)).state == "open"


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_states_can_be_rebuilt(store: Store) -> None:
    store.decide(first(store), "approve", "Ana")
    before = [(stored.id, stored.state) for stored in store.claims()]
    with create_engine(f"sqlite:///{store.name}").begin() as connection:
        connection.execute(text("UPDATE claim_state SET state = 'stale'"))
    assert store.rebuild_states() == 4
    assert [(stored.id, stored.state) for stored in store.claims()] == before


CHANGES = {
    "decision": "verdict = 'approve'",
    "source_file": "data = x'00'",
    "document": "text = 'other'",
    "claim": "low = '24'",
    "event": "who = 'Boris'",
    "succession": "outcome = 'carried'",
    "comment": "text = 'other'",
}
KEYS = {"decision": "id", "source_file": "sha256", "document": "id", "claim": "id", "event": "id", "succession": "id",
        "comment": "id"}


def test_every_append_only_table_is_tried() -> None:
    assert {table.name for table in APPEND_ONLY} == set(CHANGES)


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
@pytest.mark.parametrize("table", CHANGES)
@pytest.mark.parametrize("statement", [
    "UPDATE {table} SET {change}",
    "DELETE FROM {table}",
    "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "REPLACE INTO {table} SELECT * FROM {table}",
    "INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT ({key}) DO UPDATE SET {change}",
])
def test_what_is_written_stays(store: Store, table: str, statement: str) -> None:
    store.decide(first(store), "reject", "Ana")
    store.comment(first(store), "Ana", "look again")
    store.rerun(document()[0], Extraction(), store.start_run("2", "0"))
    opened = engine(address(store.name), patience=1)
    with pytest.raises(IntegrityError, match=f"{table} is append-only"), opened.begin() as connection:
        connection.execute(text(statement.format(table=table, change=CHANGES[table], key=KEYS[table])))
    assert [decision.verdict for decision in store.decisions()] == ["reject"]
