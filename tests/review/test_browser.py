"""The page in a real browser: keys, selecting words, two people at once, hostile documents, accessibility."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from corpus import read
from db import Store
from extract import extract
from models import Counted, Extraction, Numeral, Phrase, Place, Quantity, Source, Span, When
from review import Settings, create_app
from review.passwords import hashed
from tests import ledgers

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "strait-crossings.pdf"
PASSWORD = "four words and one"
HASH = hashed(PASSWORD)
ARRIVED = "before => location.href !== before && !document.body.ariaBusy && document.readyState === 'complete'"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of this file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A ledger with a real PDF."""
    return ledger_of(tmp_path, *_gold())


def _gold() -> list[tuple[Any, bytes, Any]]:
    document = read(GOLD)
    return [(document, GOLD.read_bytes(), extract(document))]


def ledger_of(folder: Path, *found: Any) -> Path:
    place = folder / "ledger.db"
    fill(place, *found)
    return place


def fill(place: str | Path, *found: Any) -> None:
    """Keeps these documents in a ledger with two accounts."""
    with Store(place) as store:
        run = store.start_run("0", "0" * 64)
        for document, data, extraction in found:
            store.add(document, data, extraction, run, "a file")
        store.finish_run(run)
        for name, role in (("Bo", "reviewer"), ("Cleo", "lead")):
            store.add_account(name, role, HASH)


@contextmanager
def served(place: str | Path) -> Iterator[str]:
    """The address of the page while it is served."""
    door = socket.create_server(("127.0.0.1", 0))
    settings = Settings(port=door.getsockname()[1], by="Amara", token="link")
    config = uvicorn.Config(create_app(place, settings), log_level="critical", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield settings.address
    finally:
        server.should_exit = True
        thread.join(20)


def visitor(chromium: Browser, address: str, name: str = "", **options: Any) -> Page:
    """A page of someone who is logged in: by the link, or with a password."""
    page = chromium.new_context(viewport={"width": 1400, "height": 900}, **options).new_page()
    page.set_default_timeout(8_000)
    if not name:
        page.goto(f"{address}/start?token=link")
        return page
    page.goto(f"{address}/queue")
    page.fill("[name=login_name]", name)
    page.fill("[name=login_password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Log out")
    return page


def press(page: Page, *keys: str) -> None:
    """Keys that each lead to another claim."""
    for key in keys:
        before = page.url
        page.keyboard.press(key)
        arrived(page, before)


def arrived(page: Page, before: str) -> None:
    """Another claim is there, and listens to keys."""
    page.wait_for_function(ARRIVED, arg=before)


def states(place: str | Path) -> dict[str, str]:
    """The state of each claim, by its event."""
    with Store(place) as store:
        return {claim.claim.event: claim.state for claim in store.claims()}


def test_a_whole_document_by_keyboard_only(chromium: Browser, anywhere: str) -> None:
    place = anywhere
    fill(place, (*ledgers.document(), ledgers.extraction()))
    with served(place) as address:
        page = visitor(chromium, address)
        press(page, "j", "a")
        page.keyboard.press("x")
        press(page, "1")
        page.keyboard.press("e")
        assert page.evaluate("document.activeElement.name") == "value"
        page.keyboard.press("Control+A")
        page.keyboard.type("20")
        press(page, "Enter", "Space")
        assert states(place) == {"killed": "verified", "injured": "rejected", "detained": "corrected",
                                 "charged": "skipped"}
        press(page, "u")
        page.wait_for_selector("text=open")
        press(page, "a")
        assert page.url.split("?")[0] == f"{address}/queue"
        with Store(place) as store:
            document = store.documents()[0].id
        page.goto(f"{address}/document/{document}")
        while not page.evaluate("document.activeElement.textContent.trim() === 'Looked at'"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(".state-verified >> text=done")
        page.context.close()
    with Store(place) as store:
        assert store.progress(document).done
        assert [decision.verdict for decision in store.decisions()] \
            == ["approve", "reject", "correct", "skip", "withdraw", "approve"]


IGNORED = [
    {"key": "a", "repeat": True}, {"key": "a", "isComposing": True}, {"key": "a", "ctrlKey": True},
    {"key": "a", "metaKey": True}, {"key": "a", "altKey": True}, {"key": "A"},
]


def test_keys_that_decide_nothing(chromium: Browser, tmp_path: Path) -> None:
    place = ledger_of(tmp_path, (*ledgers.document(), ledgers.extraction()))
    with served(place) as address:
        page = visitor(chromium, address)
        page.goto(f"{address}/next")
        for event in IGNORED:
            page.evaluate("event => document.body.dispatchEvent(new KeyboardEvent('keydown', "
                          "{...event, bubbles: true, cancelable: true}))", event)
        page.keyboard.press("c")
        page.keyboard.type("axa uf")
        assert page.input_value("textarea") == "axa uf"
        page.keyboard.press("Escape")
        page.keyboard.press("t")
        press(page, "j", "k")
        press(page, "/")
        assert page.url == f"{address}/search"
        page.goto(f"{address}/audit")
        press(page, "/")
        page.goto(f"{address}/settings")
        page.fill("[name='key.approve']", "y")
        page.click("text=Save")
        page.goto(f"{address}/next")
        page.keyboard.press("a")
        assert set(states(place).values()) == {"open"}
        press(page, "y")
        assert states(place)["killed"] == "verified"
        page.goto(f"{address}/settings")
        page.uncheck("[name=on]")
        page.click("text=Save")
        page.goto(f"{address}/next")
        page.keyboard.press("y")
        page.wait_for_timeout(100)
        page.context.close()
    assert list(states(place).values()).count("verified") == 1


def test_two_people_at_one_claim(chromium: Browser, anywhere: str) -> None:
    place = anywhere
    fill(place, (*ledgers.document(), ledgers.extraction()))
    with served(place) as address:
        amara, bo = visitor(chromium, address), visitor(chromium, address, "Bo")
        amara.goto(f"{address}/next")
        bo.goto(f"{address}/next")
        assert amara.url != bo.url, "the first one holds the claim"
        bo.goto(amara.url)
        assert "Amara is looking at this claim" in bo.inner_text("main")
        press(amara, "a")
        bo.keyboard.press("x")
        bo.fill("#reject [name=reason]", "twelve <i>words</i> of mine")
        bo.keyboard.press("Enter")
        bo.wait_for_selector("h1 >> text=Someone was faster")
        assert "Amara approved" in bo.inner_text("main")
        assert bo.input_value("textarea") == "twelve <i>words</i> of mine"
        amara.context.close()
        bo.context.close()
    with Store(place) as store:
        assert [(decision.reviewer, decision.verdict) for decision in store.decisions()] == [("Amara", "approve")]


WORDS = "Zoé 👩‍🚒 e\u0301coute: “At least 𝟐3 22 civilians 😀 were killed” said nai\u0308ve 漢字 reporters."


def test_selected_words_are_exact(chromium: Browser, tmp_path: Path) -> None:
    text = f"{WORDS}\nNine more were hurt."
    quoted = ledgers.document(text)
    found = ledgers.extraction()
    start, end = text.index("At least"), text.index("”")
    number = {"start": text.index("22"), "end": text.index("22") + 2}
    claim = ledgers.claim("7 of them were charged", "7", "killed", found.claims[3].quantity)
    moved = type(claim)(**{name: getattr(claim, name) for name in claim.__slots__} | {
        "start": start, "end": end, "number": Span(**number), "evidence": {}})
    place = ledger_of(tmp_path, (*quoted, Extraction(claims=(moved,), mentions=(), numerals=())))
    with served(place) as address:
        page = visitor(chromium, address)
        page.goto(f"{address}/next")
        page.keyboard.press("e")
        page.evaluate("""words => {
            const range = new Range(), all = document.createTreeWalker(
                document.querySelector('.reading'), NodeFilter.SHOW_TEXT);
            for (let node = all.nextNode(); node; node = all.nextNode()) {
                const at = node.data.indexOf(words);
                if (at >= 0) { range.setStart(node, at); range.setEnd(node, at + words.length); }
            }
            getSelection().removeAllRanges(); getSelection().addRange(range);
        }""", "civilians")
        page.click("[data-takes=counted]")
        row = "[data-slot=counted]"
        offsets = [int(page.input_value(f"{row} [name=counted_{side}]")) for side in ("start", "end")]
        assert text[offsets[0]:offsets[1]] == "civilians" == page.input_value(f"{row} [name=counted]")
        page.focus("[data-takes=counted]")
        page.keyboard.press("]")
        assert text[offsets[0]:int(page.input_value("[name=counted_end]"))] == "civilians 😀"
        page.keyboard.press("[")
        page.keyboard.press("{")
        assert text[int(page.input_value("[name=counted_start]")):offsets[1]] == "22 civilians"
        page.fill("[name=counted]", "civilians")
        page.fill("[name=value]", "22")
        before = page.url
        page.click("text=Save the correction")
        arrived(page, before)
        page.context.close()
    with Store(place) as store:
        corrected = next(iter(store.claims())).corrected
    assert corrected and corrected["counted"]["text"] == "civilians"
    assert text[corrected["counted"]["span"]["start"]:corrected["counted"]["span"]["end"]] == "22 civilians"


def test_a_missed_claim_by_keyboard_only(chromium: Browser, tmp_path: Path) -> None:
    """Its words are marked by keys, from those of the claim at hand on, and the form is sent by Enter."""
    place = ledger_of(tmp_path, (*ledgers.document(), ledgers.extraction()))
    with served(place) as address:
        page = visitor(chromium, address)
        page.goto(f"{address}/next")
        for key in ("m", "]", "]", "]", "]"):
            page.keyboard.press(key)
        assert page.inner_text("#missed output") == "At least 23 civilians"
        for key in ("}", "{", "]"):
            page.keyboard.press(key)
        assert page.inner_text("#missed output") == "At least 23 civilians were"
        while page.evaluate("document.activeElement.name") != "event":
            page.keyboard.press("Tab")
        page.keyboard.type("missing")
        page.keyboard.press("Tab")
        page.keyboard.press("Control+A")
        page.keyboard.type("civilians")
        press(page, "Enter")
        page.wait_for_selector("h1 >> text=≥ 23 civilians")
        page.context.close()
    with Store(place) as store:
        made = next(stored for stored in store.claims() if stored.claim.rule == "reviewer")
    start = ledgers.TEXT.index("At least 23")
    assert (made.claim.start, made.claim.end) == (start, start + len("At least 23 civilians were"))
    assert made.claim.event == "missing" and made.claim.quantity.low == 23 and made.state == "verified"


EVIL = "<img src=http://evil.example/x onerror=alert(1)><script>alert(1)</script>'\"{{7*7}}</textarea>\u202e"


def test_a_hostile_document_stays_inert(chromium: Browser, tmp_path: Path) -> None:
    text = f"{EVIL}\n{ledgers.TEXT.partition(chr(10))[2]}{EVIL}"
    document, data = ledgers.document(text, title=EVIL, publisher=EVIL, notes=(EVIL,), url="javascript:alert(1)")
    base = ledgers.extraction().claims[0]
    head = Span(0, len(EVIL))
    claim = type(base)(**{name: getattr(base, name) for name in base.__slots__} | {
        "start": 0, "end": len(EVIL), "number": head, "evidence": {EVIL: head, "event": head}, "rule": EVIL,
        "quantity": Quantity(vague=EVIL, wording=EVIL, unit=EVIL), "counted": Counted(EVIL, EVIL, head),
        "source": Source(EVIL, "speaker", head, (EVIL,)), "place": Place(EVIL, EVIL, head), "actor": Phrase(EVIL, head),
        "charges": (Phrase(EVIL, head),), "happened": When(EVIL, "day", head)})
    numeral = Numeral(0, 4, EVIL, None, "unread")
    place = ledger_of(tmp_path, (document, data, Extraction(claims=(claim,), mentions=(), numerals=(numeral,))))
    with Store(place) as store:
        made = next(iter(store.claims()))
        store.decide(made.id, "flag", "Bo", EVIL)
        store.comment(made.id, "Bo", EVIL)
    with served(place) as address:
        page = visitor(chromium, address)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append("a dialog"))
        page.on("pageerror", lambda error: asked.append(str(error)))
        paths = ("/audit", "/rules", f"/custody/{made.id}", "/queue?state=any", f"/claim/{made.id}?state=any",
                 f"/document/{made.document}", "/documents",
                 f"/document/{made.document}/text", f"/claim/{made.id}?state=any&source=%3Cscript%3E&last={made.id}")
        for path in paths:
            assert page.goto(address + path).status == 200  # type: ignore[union-attr]
            assert page.evaluate("document.querySelectorAll('main img[src^=http], main script').length") == 0
        assert page.evaluate("document.body.innerText.includes('onerror=alert(1)')")
        page.context.close()
    assert [url for url in asked if not url.startswith(address)] == []


def test_another_sites_form_is_refused(chromium: Browser, tmp_path: Path) -> None:
    place = ledger_of(tmp_path, (*ledgers.document(), ledgers.extraction()))
    with Store(place) as store:
        claim = next(iter(store.claims())).id
    with served(place) as address:
        page = visitor(chromium, address)
        form = f'<form method=post action={address}/claim/{claim}/decide><input name=verdict value=approve></form>'
        page.route("http://other.example/", lambda route: route.fulfill(body=form, content_type="text/html"))
        page.goto("http://other.example/")
        with page.expect_response(f"{address}/**") as answer:
            page.evaluate("document.forms[0].submit()")
        assert answer.value.status == 403
        page.context.close()
    assert set(states(place).values()) == {"open"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility(chromium: Browser, gold: Path, scheme: str) -> None:
    with Store(gold) as store:
        document = store.documents()[0].id
        claims = [claim.id for claim in store.claims()]
        for claim in claims[1:4]:
            store.decide(claim, "approve", "Bo")
        store.decide(claims[3], "reject", "Cleo", "no")
    with served(gold) as address:
        page = visitor(chromium, address, color_scheme=scheme)
        found: dict[str, Any] = {}
        for path in ("/queue", "/queue?state=any", "/documents", "/help", "/settings", "/conflicts", "/nothing",
                     "/audit", "/rules", "/agreement", f"/custody/{claims[3]}",
                     f"/document/{document}", f"/document/{document}/text", f"/claim/{claims[0]}", "/rule/x/reject",
                     f"/claim/{claims[3]}?state=conflict", f"/claim/{claims[5]}?last={claims[1]}"):
            page.goto(address + path)
            for key in ("", "e", "x", "c") if "last=" in path else ("",):
                if key:
                    page.keyboard.press("Escape")
                    page.keyboard.press(key)
                result = Axe().run(page)
                found |= {f"{path} {key} {item['id']}": [node["html"] for node in item["nodes"]][:3]
                          for item in result["violations"]}
        page.context.clear_cookies()
        page.goto(f"{address}/queue")
        found |= {f"login {item['id']}": item["help"] for item in Axe().run(page)["violations"]}
        page.context.close()
    assert found == {}
