"""Whatever is done to the file behind the ledger's back is found."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from db import Store
from db.events import FIRST, canonical, chained
from tests.ledgers import document, extraction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with two documents, two reviewers and three decisions."""
    with Store(tmp_path / "a.db") as store:
        run = store.start_run("1.0", "0" * 64)
        for number in range(2):
            read, data = document(data=str(number).encode())
            store.add(read, data, extraction(), run, f"{number}.txt")
        store.finish_run(run)
        ids = [stored.id for stored in store.claims()]
        store.decide(ids[0], "approve", "Ana", "as it stands")
        store.decide(ids[1], "reject", "Ana", "another day")
        store.decide(ids[4], "reject", "Boris")
    return tmp_path / "a.db"


def problems(path: Path, head: str | None = None) -> str:
    with Store(path) as store:
        return "\n".join(store.verify(head).problems)


def tamper(path: Path, *statements: str) -> None:
    """Runs the statements with all triggers and foreign keys off, and puts the triggers back."""
    with sqlite3.connect(path) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


def test_a_sound_ledger(path: Path) -> None:
    with Store(path) as store:
        found = store.verify()
        assert found.problems == ()
        assert (found.events, found.decisions, found.documents, found.claims) == (10, 3, 2, 8)
        assert found.head == store.head() == store.events()[-1].hash
        assert store.verify(found.head).problems == ()


def test_every_deed_is_an_event(path: Path) -> None:
    with Store(path) as store:
        told = [(event.number, event.what, event.who) for event in store.events()]
        decided = store.events("killed-23")
    assert told == [
        (1, "ledger", None), (2, "run started", None), (3, "import", None), (4, "import", None),
        (5, "run finished", None), (6, "reviewer", "Ana"), (7, "decision", "Ana"), (8, "decision", "Ana"),
        (9, "reviewer", "Boris"), (10, "decision", "Boris"),
    ]
    assert [event.detail["verdict"] for event in decided] == ["approve", "reject"]
    assert [event.source for event in decided] == [document(data=b"0")[0].sha256, document(data=b"1")[0].sha256]


def test_the_hash_is_what_the_documentation_says() -> None:
    """The figure is sha256sum's, over 64 zeros and the canonical JSON."""
    record = {"number": 1, "at": "2020-01-02T03:04:05Z", "who": "Ana", "what": "x", "claim": None, "source": None,
              "detail": {"b": 1, "a": "é"}}
    assert canonical(record) == ('{"at":"2020-01-02T03:04:05Z","claim":null,"detail":{"a":"é","b":1},"number":1,'
                                 '"source":null,"what":"x","who":"Ana"}')
    assert chained(FIRST, record) == "5a9d007e7ffc8050b988715e5bbc6c98a82021e0b0258dc67a4691a7199a1801"


TAMPERINGS: list[tuple[str, list[str], str]] = [
    ("an event is edited", ["UPDATE event SET who = 'Zoe' WHERE id = 7"], "event 7 (decision, "),
    ("an event's detail is edited", ["UPDATE event SET detail = replace(detail, 'another', 'the same') WHERE id = 8"],
     "event 8 (decision, "),
    ("an event's detail is no JSON", ["UPDATE event SET detail = '{' WHERE id = 8"], "event 8 (decision, "),
    ("an event's time is edited", ["UPDATE event SET made_at = '2001-01-01T00:00:00Z' WHERE id = 10"], "event 10 ("),
    ("an event is deleted", ["DELETE FROM event WHERE id = 8"], "event 9 follows event 7: some were removed"),
    ("an event is replaced", [
        "DELETE FROM event WHERE id = 8",
        "INSERT INTO event SELECT 8, made_at, 'Zoe', what, claim, source_sha256, detail, previous, 'f' || substr(hash, "
        "2) FROM event WHERE id = 7 AND 0 UNION SELECT 8, '2020-01-01T00:00:00Z', 'Zoe', 'decision', 'x', 'y', '{}', "
        "'p', 'h'"], "event 8 (decision) does not follow the one before it"),
    ("two events change places", [
        "UPDATE event SET id = -7 WHERE id = 7", "UPDATE event SET id = 7 WHERE id = 8",
        "UPDATE event SET id = 8 WHERE id = -7"], "event 7 (decision) does not follow the one before it"),
    ("the last event is cut off", ["DELETE FROM event WHERE id = 10"], "decision 3 is in no event"),
    ("the log is emptied", ["DELETE FROM event"], "there is no event: the log was removed"),
    ("a decision is edited", ["UPDATE decision SET verdict = 'approve' WHERE id = 2"], "decision 2 was changed"),
    ("a reason is edited", ["UPDATE decision SET reason = 'fine' WHERE id = 1"], "decision 1 was changed"),
    ("a decision is deleted", ["DELETE FROM decision WHERE id = 3"], "decision 3 is missing"),
    ("a decision is added", [
        "INSERT INTO decision (claim, reviewer, verdict, made_at) VALUES (3, 1, 'approve', '2020-01-01T00:00:00Z')"],
     "decision 4 is in no event"),
    ("a decision is another's", ["UPDATE decision SET reviewer = 1 WHERE id = 3"], "decision 3 was changed"),
    ("a reviewer is renamed", ["UPDATE reviewer SET name = 'Zoe' WHERE id = 2"], "reviewer 2 was changed"),
    ("a run gets other rules", ["UPDATE run SET rules_sha256 = 'x'"], "run 1 was changed"),
    ("a claim's figure is edited", ["UPDATE claim SET low = '230' WHERE id = 1"],
     "by run 1 was changed"),
    ("a claim's record is edited", ["UPDATE claim SET record = replace(record, '\"23\"', '\"32\"') WHERE id = 1"],
     "by run 1 was changed"),
    ("a claim's record is no JSON", ["UPDATE claim SET record = '{' WHERE id = 1"], "the parts of claim"),
    ("a claim is moved", ["UPDATE claim SET start = start + 1 WHERE id = 1"], "are not at 32-64"),
    ("a claim points outside", [
        "UPDATE claim SET record = replace(record, '\"start\":43,\"end\":52', '\"start\":43,\"end\":5200')"],
     "are not where its words are"),
    ("a claim is removed", ["DELETE FROM claim_state WHERE claim = 3", "DELETE FROM claim WHERE id = 3"],
     "by run 1 was changed"),
    ("a numeral is forgotten", ["DELETE FROM numeral WHERE fate = 'unread'"], "by run 1 was changed"),
    ("a mention is moved", ["UPDATE mention SET start = start - 1 WHERE id = 1"], "a mention of document"),
    ("the text is edited", ["UPDATE document SET text = replace(text, '23', '32')"],
     "was changed: it has another hash"),
    ("the bytes are edited", ["UPDATE source_file SET data = x'00'"], "was changed: its bytes have another hash"),
    ("a state is edited", ["UPDATE claim_state SET state = 'verified' WHERE claim = 2"],
     "is kept as verified, its decisions make it rejected"),
    ("a state of nobody's is edited", ["UPDATE claim_state SET state = 'verified' WHERE claim = 8"],
     "is kept as verified, its decisions make it open"),
    ("a claim leaves the queue", ["UPDATE claim_state SET position = 0 WHERE claim = 8"],
     "stands in the wrong place of the reviewers' queue"),
    ("a count is edited", ["UPDATE event_tally SET number = 7 WHERE event = 'injured' AND state = 'open'"],
     "7 claims are counted as open for event injured, there are 1"),
    ("a document's count is removed", ["DELETE FROM document_tally WHERE document = 2 AND state = 'open'"],
     "0 claims are counted as open for document 2, there are 3"),
    ("a last word is removed", ["DELETE FROM said WHERE claim = 2"], "what reviewers said last of claim"),
    ("a decision on nothing", ["PRAGMA foreign_keys = OFF", "UPDATE decision SET claim = 99 WHERE id = 3"],
     "row 3 of decision points to a row of claim that does not exist"),
]


@pytest.mark.parametrize(("deed", "statements", "found"), TAMPERINGS, ids=[item[0] for item in TAMPERINGS])
def test_tampering_is_found(path: Path, deed: str, statements: list[str], found: str) -> None:
    tamper(path, *statements)
    assert found in problems(path), deed


ACCOUNTS = [
    ("UPDATE account SET role = 'lead'", "the account of Boris was changed"),
    ("UPDATE account SET password_hash = 'mine'", "the account of Boris was changed"),
    ("DELETE FROM account", "the account of Boris is missing"),
    ("INSERT INTO account VALUES (1, 'lead', NULL, 1, '2020-01-01T00:00:00Z')", "the account of Ana is in no event"),
]


@pytest.mark.parametrize(("statement", "found"), ACCOUNTS)
def test_a_forged_account_is_found(path: Path, statement: str, found: str) -> None:
    with Store(path) as store:
        store.add_account("Boris", "reviewer", "$argon2id$1")
    tamper(path, statement)
    assert found in problems(path)


WORK = [
    ("UPDATE comment SET text = 'fine'", "comment 1 was changed"),
    ("DELETE FROM comment", "comment 1 is missing"),
    ("INSERT INTO comment (claim, reviewer, made_at, text) VALUES (1, 1, '2020-01-01T00:00:00Z', 'x')",
     "comment 2 is in no event"),
    ("DELETE FROM look", "is missing: the log says that it was written"),
    ("UPDATE look SET reviewer = 2", "was changed: the log says otherwise"),
    ("UPDATE claim SET low = '70' WHERE rule = 'reviewer'", "was changed: the log says otherwise"),
]


@pytest.mark.parametrize(("statement", "found"), WORK)
def test_forged_work_is_found(path: Path, statement: str, found: str) -> None:
    with Store(path) as store:
        name = store.documents()[0].id
        store.comment(next(store.claims()).id, "Ana", "ask the editor")
        store.look_at(name, store.numerals(name)[0].id, "Ana")
        quantity = {"low": "7", "high": "7", "wording": "7"}
        store.add_missed(name, 167, 190, 167, 168, "charged", "Ana", {"quantity": quantity}, "read")
        assert store.verify().problems == ()
    tamper(path, statement)
    assert found in problems(path)


def test_a_missing_trigger_is_found(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER decision_no_delete")
    assert problems(path).startswith("the trigger decision_no_delete is missing")


def cut(path: Path) -> None:
    """The last decision, with its event and its state: what is left fits together."""
    tamper(path, "DELETE FROM event WHERE id = 10", "DELETE FROM decision WHERE id = 3")
    with Store(path) as store:
        store.rebuild_states()


def forge(path: Path) -> None:
    """A decision turned round, and the whole chain written anew after it."""
    with Store(path) as store:
        log = store.events()
    tamper(path, "UPDATE decision SET verdict = 'approve' WHERE id = 2")
    with Store(path) as store:
        store.rebuild_states()
    statements, previous = [], log[0].previous
    for event in log:
        detail = canonical(event.detail).replace('"verdict":"reject"', '"verdict":"approve"', event.number == 8)
        record = {"number": event.number, "at": event.at, "who": event.who, "what": event.what, "claim": event.claim,
                  "source": event.source, "detail": json.loads(detail)}
        made = chained(previous, record)
        quoted = detail.replace("'", "''")
        statements.append(f"UPDATE event SET detail = '{quoted}', previous = '{previous}', hash = '{made}' "
                          f"WHERE id = {event.number}")
        previous = made
    tamper(path, *statements)


@pytest.mark.parametrize("deed", [cut, forge])
def test_a_noted_head_finds_what_fits_together(path: Path, deed: Callable[[Path], None]) -> None:
    with Store(path) as store:
        head = store.head()
    deed(path)
    assert problems(path) == ""
    assert "is not in the chain: its end was cut off, or it was written anew" in problems(path, head)


@pytest.mark.parametrize("head", ["", "zz", "f" * 64])
def test_a_head_that_never_was(path: Path, head: str) -> None:
    assert "is not in the chain" in problems(path, head)


def test_an_older_head_stays(path: Path) -> None:
    with Store(path) as store:
        head = store.head()
        store.decide(next(store.claims()).id, "reject", "Boris")
    assert problems(path, head) == problems(path, head[:12]) == ""


def test_a_damaged_page_is_found(path: Path) -> None:
    """A byte within the file is turned over, wherever it is: never a clean bill."""
    whole = path.read_bytes()
    place = whole.index(b"another day")
    path.write_bytes(whole[:place] + b"A" + whole[place + 1:])
    assert "decision 2 was changed" in problems(path)
