"""Comments, missed claims, numbers looked at, pictures and files."""

import hashlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db import Store
from models.doubt import doubt
from review.safe_text import safe_text
from tests import ledgers
from tests.review.conftest import TOKEN, browser
from tests.review.test_correcting import span
from tests.review.test_deciding import claim_of

TEXT = ledgers.TEXT


def document_of(place: Path) -> str:
    with Store(place) as store:
        return store.documents()[0].id


def test_a_comment(place: Path, amara: TestClient) -> None:
    claim = claim_of(place, "killed")
    answer = amara.post(f"/claim/{claim}/comment", data={"text": "is this\r\nthe same crowd?"})
    assert answer.status_code == 200 and "is this\nthe same crowd?" in answer.text
    assert amara.post(f"/claim/{claim}/comment", data={"text": " "}).status_code == 400
    with Store(place) as store:
        assert [(comment.who, comment.text) for comment in store.comments(claim)] \
            == [("Amara", "is this\nthe same crowd?")]


def test_a_missed_claim(place: Path, amara: TestClient) -> None:
    document = document_of(place)
    form = span("claim", "12 and 20 students") | {"event": "detained", "counted": "students"}
    answer = amara.post(f"/document/{document}/missed", data=form)
    assert answer.status_code == 200 and answer.url.path.startswith("/claim/")
    with Store(place) as store:
        made = store.claim(answer.url.path.split("/")[2])
    assert (made.claim.rule, made.claim.counted.lemma, made.state) == ("reviewer", "student", "verified")
    assert TEXT[made.claim.number.start:made.claim.number.end] == made.claim.quantity.wording


MISSED = [
    ({"event": "killed", "counted": "x"}, 409, "select them"),
    (span("claim", "the mayor said") | {"event": "killed"}, 409, "o number stands"),
    (span("claim", "7 of them") | {"event": "harmed"}, 409, "harmed"),
]


@pytest.mark.parametrize(("form", "status", "said"), MISSED)
def test_a_missed_claim_that_cannot_be(
    place: Path, amara: TestClient, form: dict[str, str], status: int, said: str
) -> None:
    answer = amara.post(f"/document/{document_of(place)}/missed", data=form | {"reason": "typed words"})
    assert answer.status_code == status and said in answer.text and "typed words" in answer.text


def test_unread_numbers_are_looked_at(place: Path, amara: TestClient) -> None:
    document = document_of(place)
    with Store(place) as store:
        unread = next(numeral for numeral in store.numerals(document) if numeral.fate == "unread")
    page = amara.get(f"/document/{document}").text
    assert page.index("unread</span>") < page.index("claim c")
    amara.post(f"/document/{document}/look", data={"numeral": str(unread.id)})
    with Store(place) as store:
        assert store.progress(document).done is False and store.progress(document).looked == 1
    amara.post(f"/document/{document}/look", data={"numeral": str(unread.id), "again": "1"})
    with Store(place) as store:
        assert store.progress(document).looked == 0
    assert amara.post(f"/document/{document}/look", data={"numeral": "x"}).status_code in (404, 409)


def test_the_source_is_handed_out_as_a_file(place: Path, amara: TestClient) -> None:
    answer = amara.get(f"/document/{document_of(place)}/source")
    assert hashlib.sha256(answer.content).hexdigest() == ledgers.document()[0].sha256
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("number", [1, 0, 99])
def test_a_picture_that_cannot_be_drawn_is_a_sentence(place: Path, amara: TestClient, number: int) -> None:
    answer = amara.get(f"/document/{document_of(place)}/page/{number}.png")
    assert answer.status_code == 422 and "cannot be drawn" in answer.text and "Belora" not in answer.text


@pytest.mark.parametrize("path", ["/document/dnone", "/document/dnone/text", "/document/dnone/page/1.png",
                                  "/claim/cnone/next", "/document/dnone/source", "/claim/%00", "/document/%ff"])
def test_what_is_not_there_is_a_page(amara: TestClient, path: str) -> None:
    assert amara.get(path).status_code == 404


TEXTS = ["a\r\nb", "\x00\x1b[31m", "\u202e12\u2069", "\ud800", "e\u0301 👩‍🚒", "\ufffe\x85"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_safe_text_has_as_many_characters(text: str) -> None:
    shown = safe_text(text)
    assert len(shown) == len(text) and shown.encode() and not set(shown) & set("\x00\r\x1b\u202e\ufffe")


def test_a_figure_that_was_not_recognised_surely_is_marked(tmp_path: Path) -> None:
    place = tmp_path / "scanned.db"
    with Store(place) as store:
        read, data = ledgers.document(notes=("page 1: " + doubt(["23"]),))
        store.add(read, data, ledgers.extraction(), store.start_run("0", "0" * 64))
    client = browser(place)
    client.get(f"/start?token={TOKEN}")
    sure, doubtful = (client.get(f"/claim/{claim_of(place, event)}").text for event in ("detained", "killed"))
    assert "Compare the figure with the page" in doubtful and "Compare the figure" not in sure
