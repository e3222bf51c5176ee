"""No other site can read, frame or use the page; nobody comes in without a session."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from review.security import HEADERS
from tests.review.conftest import ADDRESS, TOKEN, at, browser

ANYWHERE = ("/queue", "/documents", "/help", "/nothing-here", "/static/page.css", "/start?token=wrong", "/leave")


@pytest.mark.parametrize("path", ANYWHERE)
def test_every_answer_has_the_headers(amara: TestClient, path: str) -> None:
    answer = amara.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] == ("no-store" if "static" not in path else
                                               "public, max-age=31536000, immutable")


LINK = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
REQUESTS = [
    ("GET", "/queue", {"Host": "evil.example"}, 403),
    ("GET", "/queue", {"Host": "127.0.0.1:9999"}, 403),
    ("GET", "/queue", {"Host": "localhost:8765"}, 200),
    ("GET", "/queue", {"Sec-Fetch-Site": "cross-site"}, 403),
    ("GET", "/queue", LINK | {"Sec-Fetch-Dest": "document"}, 200),
    ("GET", "/queue", LINK | {"Sec-Fetch-Dest": "iframe"}, 403),
    ("POST", "/leave", {"Sec-Fetch-Site": "cross-site"}, 403),
    ("POST", "/leave", {"Sec-Fetch-Site": "same-site"}, 403),
    ("POST", "/leave", {"Origin": "http://evil.example"}, 403),
    ("POST", "/leave", {"Origin": "null"}, 403),
    ("POST", "/leave", {"Origin": "", "Sec-Fetch-Site": ""}, 403),
    ("POST", "/leave", {}, 200),
]


@pytest.mark.parametrize(("method", "path", "headers", "status"), REQUESTS)
def test_requests_of_other_sites_are_refused(
    amara: TestClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    assert amara.request(method, path, headers=headers, data={}).status_code == status


def test_the_link_works_once(place: Path) -> None:
    first = browser(place)
    second = at(first.app)
    assert first.get(f"/start?token={TOKEN}", follow_redirects=False).status_code == 303
    assert first.get("/queue").status_code == 200
    assert second.get(f"/start?token={TOKEN}").status_code == 403
    assert second.get("/queue").status_code == 401


@pytest.mark.parametrize("https", [False, True])
def test_the_cookie_is_for_this_page_only(place: Path, https: bool) -> None:
    forwarded = {"X-Forwarded-Proto": "https"}  # says nothing by itself: anyone can send it
    answer = browser(place, https=https).get(f"/start?token={TOKEN}", follow_redirects=False, headers=forwarded)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie and "path=/" in cookie
    assert ("; secure" in cookie) == https


def test_who_leaves_is_out(amara: TestClient) -> None:
    assert amara.get("/queue").status_code == 200
    amara.post("/leave")
    assert amara.get("/queue").status_code == 401


def test_a_form_that_is_too_long_is_refused(amara: TestClient) -> None:
    answer = amara.post("/leave", data={"text": "x" * (1 << 20)})
    assert answer.status_code == 413 and ADDRESS not in answer.text
