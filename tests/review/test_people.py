"""Accounts, logging in, roles, and what each person chooses."""

import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Store
from factledger.cli import main
from review.attempts import MOST, Attempts
from review.keys import KEYS, NoKey, chosen, wanted
from review.passwords import fits, hashed
from review.serve import CannotServe, check_host, listening
from review.settings import Settings
from tests.review.conftest import browser
from tests.review.test_deciding import claim_of, state_of

PASSWORD = "a long enough password"
HASH = hashed(PASSWORD)


@pytest.fixture
def people(place: Path) -> Path:
    """The ledger with an account for each role."""
    with Store(place) as store:
        for name, role in (("Rita", "reader"), ("Bo", "reviewer"), ("Lea", "lead"), ("Gone", "reviewer")):
            store.add_account(name, role, HASH)
        store.deactivate("Gone")
    return place


def login(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> int:
    answer = client.post("/login", data={"login_name": name, "login_password": password, **more})
    return int(answer.status_code)


LOGINS = [("Bo", PASSWORD, 200), (" Bo ", PASSWORD, 200), ("Bo", "wrong", 403), ("Gone", PASSWORD, 403),
          ("Nobody", PASSWORD, 403), ("", "", 403)]


@pytest.mark.parametrize(("name", "password", "status"), LOGINS)
def test_login(people: Path, name: str, password: str, status: int) -> None:
    client = browser(people, token=None)
    assert login(client, name, password) == status
    assert client.get("/queue").status_code == (200 if status == 200 else 401)


def test_many_wrong_passwords_have_to_wait(people: Path) -> None:
    client = browser(people, token=None)
    for _ in range(MOST):
        assert login(client, "Bo", "wrong") == 403
    assert login(client, "Bo") == 429


def test_waiting_ends() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _ in range(MOST):
        attempts.wrong("Bo")
    assert attempts.wait("Bo") > 0 and attempts.wait("Lea") == 0
    now[0] = 301.0
    assert attempts.wait("Bo") == 0


ROLES = [("Rita", "/queue", 200), ("Rita", "POST", 403), ("Bo", "POST", 200), ("Bo", "/rule/x/reject", 403),
         ("Lea", "/rule/x/reject", 200)]


@pytest.mark.parametrize(("name", "path", "status"), ROLES)
def test_roles(people: Path, name: str, path: str, status: int) -> None:
    client = browser(people, token=None)
    login(client, name)
    if path == "POST":
        answer = client.post(f"/claim/{claim_of(people, 'killed')}/decide", data={"verdict": "approve"})
    else:
        answer = client.get(path)
    assert answer.status_code == status


def test_what_was_typed_is_sent_again_after_logging_in(people: Path) -> None:
    client = browser(people, token=None)
    claim = claim_of(people, "killed")
    to = f"/claim/{claim}/decide"
    assert client.post(to, data={"verdict": "reject", "reason": "my words"}).status_code == 401
    again = client.post("/login", data={"login_name": "Bo", "login_password": PASSWORD, "login_to": to,
                                        "verdict": "reject", "reason": "my words"})
    assert "my words" in again.text and f'action="{to}"' in again.text and PASSWORD not in again.text
    client.post(to, data={"verdict": "reject", "reason": "my words"})
    assert state_of(people, claim) == "rejected"


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_logging_in_leads_nowhere_else(people: Path, to: str) -> None:
    client = browser(people, token=None)
    answer = client.post("/login", data={"login_name": "Bo", "login_password": PASSWORD, "login_to": to},
                         follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_one_does_not_see_what_the_first_said(people: Path) -> None:
    claim = claim_of(people, "killed")
    with Store(people) as store:
        store.set("required_approvals", "2", "Lea")
        store.decide(claim, "approve", "Lea", "secret reason")
    client = browser(people, token=None)
    login(client, "Bo")
    page = client.get(f"/claim/{claim}?state=any").text
    assert "secret reason" not in page and "approved once" not in page and "second look" in page
    client.post(f"/claim/{claim}/decide", data={"verdict": "approve", "seen": "1"})
    assert "secret reason" in client.get(f"/claim/{claim}?state=any").text


def test_a_rule_is_rejected_claim_by_claim_after_a_second_look(people: Path) -> None:
    client = browser(people, token=None)
    login(client, "Lea")
    path = "/rule/people-were-harmed/reject"
    assert "4 open claims would be rejected" in client.get(path).text
    assert client.post(path, data={"reason": "nonsense", "number": "3"}).status_code == 400
    assert client.post(path, data={"reason": "", "number": "4"}).status_code == 400
    with Store(people) as store:
        assert store.decisions() == []
    assert client.post(path, data={"reason": "nonsense", "number": "4"}).status_code == 200
    with Store(people) as store:
        assert [decision.verdict for decision in store.decisions()] == ["reject"] * 4


def test_keys_can_be_changed() -> None:
    same = {f"key.{key.name}": key.key for key in KEYS} | {"on": "1"}
    assert wanted(same) == {}
    assert chosen(wanted(same | {"key.approve": "y", "key.skip": ""})) | {"approve": "y", "skip": ""} \
        == chosen(wanted(same | {"key.approve": "y", "key.skip": ""}))
    assert wanted(same | {"key.skip": "Space"}) == {}
    assert set(chosen({"keys": "off"}).values()) == {""}


@pytest.mark.parametrize("key", ["x", "1", "ab", "\x07"])
def test_keys_that_cannot_be(key: str) -> None:
    with pytest.raises(NoKey):
        wanted({f"key.{each.name}": each.key for each in KEYS} | {"key.approve": key, "on": "1"})


@pytest.mark.parametrize(("host", "accounts", "fine"), [("127.0.0.1", 0, True), ("localhost", 0, True),
                                                        ("0.0.0.0", 0, False), ("0.0.0.0", 1, True)])
def test_other_machines_need_accounts(host: str, accounts: int, fine: bool) -> None:
    if fine:
        check_host(host, accounts)
    else:
        with pytest.raises(CannotServe):
            check_host(host, accounts)


def test_an_address_in_use_is_said() -> None:
    with listening(Settings(port=0)) as door:
        door.listen()
        with pytest.raises(CannotServe, match="cannot be listened at"):
            listening(Settings(port=door.getsockname()[1]))


def test_accounts_by_command(place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def say(line: str, *words: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        return main(["account", *words, "--db", str(place), "--by", "Lea"])

    assert say("short\n", "add", "Bo") == 2
    assert say(f"{PASSWORD}\n", "add", "Bo") == 0
    assert say(f"{PASSWORD} 2\n", "password", "Bo") == 0
    assert say("", "role", "Bo", "lead") == 0
    assert say("", "role", "Nobody", "lead") == 1
    assert say("", "deactivate", "Bo") == 0
    assert say("", "list") == 0
    assert "Bo    lead  deactivated" in capsys.readouterr().out
    with Store(place) as store:
        account = store.account("Bo")
    assert account and fits(account.password_hash, f"{PASSWORD} 2") and PASSWORD not in repr(account)
