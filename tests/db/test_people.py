"""Who works on a ledger: accounts, sessions, leases, preferences."""

import time
from collections.abc import Callable

import pytest

from db import Queue, Store, StoreError, UnknownId
from tests.ledgers import document, extraction

SOON = 1e12  # seconds since 1970


@pytest.fixture
def store(place: str) -> Store:
    made = Store(place)
    read, data = document()
    made.add(read, data, extraction(), made.start_run("1", "0"))
    return made


def first(store: Store) -> str:
    return next(store.claims()).id


def test_an_account_comes_back(store: Store) -> None:
    made = store.add_account("  Ana  Lima", "lead", "$argon2id$1")
    store.add_account("Boris", "reader", who="Ana Lima")
    assert store.account("Ana Lima") == made
    assert (made.name, made.role, made.password_hash, made.active) == ("Ana Lima", "lead", "$argon2id$1", True)
    assert [account.name for account in store.accounts()] == ["Ana Lima", "Boris"]
    assert store.account("Zoe") is None
    assert "argon2" not in repr(made)


def test_an_account_changes_and_the_log_says_so(store: Store) -> None:
    store.add_account("Ana", "reviewer", "$argon2id$1")
    store.set_role("Ana", "lead", "Boris")
    store.set_password_hash("Ana", "$argon2id$2")
    store.deactivate("Ana", "Boris")
    assert store.reactivate("Ana", "Boris").active
    told = [event for event in store.events() if event.what == "account"]
    assert [(event.who, event.detail["role"], event.detail["active"]) for event in told] == [
        (None, "reviewer", True), ("Boris", "lead", True), (None, "lead", True), ("Boris", "lead", False),
        ("Boris", "lead", True),
    ]
    assert len({event.detail["password"] for event in told}) == 2
    assert "argon2" not in str(store.events())
    assert store.verify().problems == ()


MISTAKES: list[tuple[Callable[[Store], object], str]] = [
    (lambda store: store.add_account("Ana", "boss"), "'boss' is no role: it is one of reviewer, lead, reader"),
    (lambda store: store.add_account(" ", "lead"), "needs the name of a reviewer"),
    (lambda store: store.add_account("Ana", "lead"), "Ana has an account already"),
    (lambda store: store.set_role("Ana", "boss"), "'boss' is no role"),
    (lambda store: store.deactivate("Zoe"), "Zoe has no account"),
]


@pytest.mark.parametrize("number", range(len(MISTAKES)))
def test_mistakes(store: Store, number: int) -> None:
    deed, sentence = MISTAKES[number]
    before = store.add_account("Ana", "lead")
    with pytest.raises(StoreError, match=sentence):
        deed(store)
    assert store.accounts() == [before]


def test_only_who_may_write_decides(store: Store) -> None:
    store.add_account("Ana", "reader")
    with pytest.raises(StoreError, match="Ana may read this ledger, not write into it"):
        store.decide(first(store), "approve", "Ana")
    store.set_role("Ana", "reviewer")
    store.decide(first(store), "approve", "Ana")
    store.deactivate("Ana")
    with pytest.raises(StoreError, match="the account of Ana is deactivated"):
        store.decide(first(store), "withdraw", "Ana")
    assert [decision.verdict for decision in store.decisions()] == ["approve"]


def test_who_leads_sees_all(store: Store) -> None:
    store.set("required_approvals", "2", "Ana")
    store.add_account("Lea", "lead")
    store.add_account("Boris", "reviewer")
    store.decide(first(store), "approve", "Ana")
    assert [len(store.visible_decisions(first(store), name)) for name in ("Lea", "Boris", "Ana")] == [1, 0, 1]


def test_a_session_lasts_until_it_is_over(store: Store) -> None:
    for token in ("a" * 64, "b" * 64, "c" * 64):
        store.open_session(token, "Ana", SOON)
    assert store.session("a" * 64, SOON - 1) == "Ana"
    assert store.session("a" * 64, SOON) is None
    assert store.session("d" * 64, 0) is None
    store.close_session("a" * 64)
    assert (store.session("a" * 64, 0), store.session("b" * 64, 0)) == (None, "Ana")
    store.close_sessions("Ana")
    assert store.session("b" * 64, 0) is None


@pytest.mark.parametrize("deed", ["deactivate", "set_password_hash", "set_role"])
def test_a_changed_account_is_logged_out(store: Store, deed: str) -> None:
    store.add_account("Ana", "lead")
    store.open_session("a" * 64, "Ana", SOON)
    store.open_session("b" * 64, "Boris", SOON)
    getattr(store, deed)("Ana", *{"set_password_hash": ["$2"], "set_role": ["reader"]}.get(deed, []))
    assert (store.session("a" * 64, 0), store.session("b" * 64, 0)) == (None, "Boris")


def test_a_deactivated_account_has_no_session(store: Store) -> None:
    store.add_account("Ana", "lead")
    store.deactivate("Ana")
    store.open_session("a" * 64, "Ana", SOON)
    assert store.session("a" * 64, 0) is None
    store.reactivate("Ana")
    store.open_session("a" * 64, "Ana", SOON)
    assert store.session("a" * 64, 0) == "Ana"


def test_two_people_do_not_get_the_same_claim(store: Store) -> None:
    queue, here = Queue(), first(store)
    assert store.lease(here, "Ana", 60) == "Ana"
    assert store.lease(here, "Boris", 60) == "Ana"
    assert store.next_claim(queue, None, "Ana") == here
    second = store.next_claim(queue, None, "Boris")
    assert second not in (None, here)
    store.release(here, "Boris")
    assert store.lease(here, "Boris", 60) == "Ana"
    store.release(here, "Ana")
    assert store.next_claim(queue, None, "Boris") == here
    assert store.lease(here, "Boris", 60) == "Boris"


def test_a_lease_ends(store: Store) -> None:
    assert store.lease(first(store), "Ana", -1) == "Ana"
    assert store.lease(first(store), "Boris", 60) == "Boris"


ASKED = [(0, "Ana", "Ana"), (40, "Boris", "Ana"), (40, "Ana", "Ana"), (99, "Boris", "Ana"), (101, "Boris", "Boris")]


def test_a_lease_is_renewed_by_looking_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """After 40 of its 60 seconds it is renewed, so that it lasts until 100."""
    start, claim = time.time(), first(store)
    for passed, name, holder in ASKED:
        monkeypatch.setattr("db.presence.time.time", lambda at=start + passed: at)
        assert store.lease(claim, name, 60) == holder, passed


def test_preferences(store: Store) -> None:
    assert store.preferences("Ana") == {}
    store.set_preferences("Ana", {"key.approve": "z", "theme": "dark"})
    store.set_preferences("Boris", {"theme": "light"})
    store.set_preferences("Ana", {"theme": "dark"})
    assert (store.preferences("Ana"), store.preferences("Boris")) == ({"theme": "dark"}, {"theme": "light"})


def test_what_passes_leaves_no_event(store: Store) -> None:
    before = store.head()
    store.open_session("a" * 64, "Ana", SOON)
    store.lease(first(store), "Ana", 60)
    store.set_preferences("Ana", {"theme": "dark"})
    assert store.head() == before


def test_unknown_claims_are_not_leased(store: Store) -> None:
    with pytest.raises(UnknownId):
        store.lease("czzz", "Ana", 60)
