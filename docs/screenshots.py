"""Draws the pictures of the reviewers' page in docs/screenshots/: `make screenshots`.

The gold documents are read into a ledger, three people review some of their claims, and Chromium shows the pages.
"""

import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from corpus import read
from db import Filters, Store, StoredClaim
from extract import extract
from review import Settings, create_app

HOUSE = Path(__file__).parent.parent
PICTURES = HOUSE / "docs" / "screenshots"
DOCUMENTS = ("strait-crossings.pdf", "marikana.html", "harbour-shootings.html", "prison-census.docx")
TOKEN, READER = "a-link", "Amara"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: where, which keys are pressed first, how wide, and in which light."""

    name: str
    path: str
    keys: str = ""
    width: int = 1280
    height: int = 800
    scheme: str = "light"


def ledger(place: Path) -> None:
    """A ledger in the middle of its work."""
    with Store(place) as store:
        run = store.start_run("0.1.0", "0" * 64)
        for name in DOCUMENTS:
            path = HOUSE / "corpus" / "gold" / name
            document = read(path)
            store.add(document, path.read_bytes(), extract(document), run, name)
        store.finish_run(run)
        for who, role in ((READER, "lead"), ("Bo", "reviewer"), ("Cleo", "reviewer")):
            store.add_account(who, role)
        claims = [claim.id for claim in store.claims()]
        for number, claim in enumerate(claims[6:60]):
            verdict, reason = ("reject", "the date is wrong") if number % 9 == 4 else ("approve", None)
            store.decide(claim, verdict, ("Bo", "Cleo")[number % 2], reason)
        disputed = dispute(store)
        store.comment(disputed, "Bo", "The annex repeats this figure, with the same date.")


def dispute(store: Store) -> str:
    """A claim that two people disagree on; its id."""
    claim = chosen(store, "prison-census.docx", lambda found: bool(found.claim.counted.span))
    store.decide(claim.id, "approve", "Bo")
    store.decide(claim.id, "reject", "Cleo", "the table counts 18,742 places, not people")
    return claim.id


def chosen(store: Store, name: str, fits: object) -> StoredClaim:
    """The first open claim of this file that fits."""
    entry = next(entry for entry in store.documents() if entry.name == name)
    found = store.claims(Filters(document=entry.id, state="open"))
    return next(claim for claim in found if fits(claim))  # type: ignore[operator]


def shots(place: Path) -> Iterator[Shot]:
    """What is shown."""
    with Store(place, create=False) as store:
        page = chosen(store, "strait-crossings.pdf", full)
        text = chosen(store, "harbour-shootings.html", full)
        conflict = next(store.claims(Filters(state="conflict")))
        document = page.document
    yield Shot("queue", "/queue?order=useful")
    yield Shot("claim-page", f"/claim/{page.id}")
    yield Shot("claim-text", f"/claim/{text.id}")
    yield Shot("edit", f"/claim/{text.id}", "e")
    yield Shot("conflict", f"/claim/{conflict.id}?state=conflict")
    yield Shot("coverage", f"/document/{document}")
    yield Shot("rules", "/rules?order=doubtful")
    yield Shot("audit", "/audit")
    yield Shot("custody", f"/custody/{conflict.id}", height=1180)
    yield Shot("dark", f"/claim/{text.id}", scheme="dark")
    yield Shot("narrow", f"/claim/{text.id}", width=420, height=860)


def full(claim: StoredClaim) -> bool:
    """It has words for what is counted, a date and a place."""
    found = claim.claim
    return bool(found.counted.span and found.happened and found.place and found.event != "stated"
                and found.quantity.low is not None and found.happened.span)


@contextmanager
def served(place: Path) -> Iterator[str]:
    """The page's address while it is served."""
    door = socket.create_server(("127.0.0.1", 0))
    settings = Settings(port=door.getsockname()[1], by=READER, token=TOKEN)
    server = uvicorn.Server(uvicorn.Config(create_app(place, settings), log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield settings.address
    finally:
        server.should_exit = True
        thread.join()


def draw(browser: Browser, address: str, wanted: list[Shot]) -> None:
    """Each picture, by one person who is logged in."""
    first = browser.new_context()
    first.new_page().goto(f"{address}/start?token={TOKEN}")
    cookies = first.cookies()
    for shot in wanted:
        context = browser.new_context(viewport={"width": shot.width, "height": shot.height},
                                      color_scheme="dark" if shot.scheme == "dark" else "light")
        context.add_cookies([{"name": each["name"], "value": each["value"], "url": address} for each in cookies])
        page = context.new_page()
        page.goto(address + shot.path, wait_until="networkidle")
        for key in shot.keys:
            page.keyboard.press(key)
        page.wait_for_timeout(300)
        save(page.screenshot(), PICTURES / f"{shot.name}.png")
        context.close()


def save(png: bytes, path: Path) -> None:
    """With few enough colours to be small; none that a person would miss."""
    whole = Image.open(BytesIO(png)).convert("RGB")
    whole.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Draws them all anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place = Path(folder) / "ledger.db"
        ledger(place)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with served(place) as address:
            draw(browser, address, list(shots(place)))
        browser.close()


if __name__ == "__main__":
    main()
