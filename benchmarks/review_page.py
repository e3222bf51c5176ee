"""How fast the reviewers' page is in a real browser: `python -m benchmarks.review_page [--documents N]`.

A ledger of 2,000 documents with 50 claims each (copies of a PDF of the gold documents) is built, served by
`factledger review`, and reviewed by keys in Chromium. Measured in the browser, from the key to the frame in which the
next claim and the picture of its page are drawn; the aim is a median under 150 ms, and a first page under 500 ms.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from corpus import read_bytes
from db import Store
from extract import extract

GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "strait-crossings.pdf"
CLAIMS = 50  # in each document
# presses the key, and waits for the frame in which the next claim and its picture are drawn
DRAWN = """key => new Promise((done) => {
  const begun = performance.now(), old = document.querySelector("#main");
  new MutationObserver(async (_, observer) => {
    if (document.querySelector("#main") === old) return;
    observer.disconnect();
    await document.querySelector(".page-image")?.decode().catch(() => {});
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
  }).observe(document.body, { childList: true });
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
})"""
FIRST = """() => new Promise((done) => new PerformanceObserver((list) => {
  const first = list.getEntriesByName("first-contentful-paint")[0];
  if (first) done(first.startTime);
}).observe({ type: "paint", buffered: true }))"""


def build(place: Path, documents: int) -> None:
    """A ledger of so many documents, each with its own bytes."""
    data = GOLD.read_bytes()
    found = extract(read_bytes(data, GOLD.name))
    claims = (found.claims * CLAIMS)[:CLAIMS]
    with Store(place) as store:
        run = store.start_run("benchmark", "0" * 64)
        read = read_bytes(data, GOLD.name)
        for number in range(documents):
            mine = data + f"\n% copy {number}\n".encode()
            own = tuple(replace(claim, key=f"{number}-{at}") for at, claim in enumerate(claims))
            document = replace(read, sha256=digest(mine))
            store.add(document, mine, replace(found, claims=own), run, f"copy-{number}.pdf")
        store.finish_run(run)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def served(place: Path, port: int) -> Iterator[str]:
    """The start-up link of the page while it is served."""
    command = [sys.executable, "-m", "factledger", "review", "--db", str(place), "--port", str(port), "--by", "Amara"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
    finally:
        process.terminate()
        process.wait()


def measured(page: Page, address: str, query: str, rounds: int) -> list[float]:
    """Milliseconds from the key to the next claim drawn."""
    page.goto(f"{address}/next?{query}")
    page.wait_for_timeout(500)
    times = []
    for _ in range(rounds):
        times.append(float(page.evaluate(DRAWN, "a")))
        page.wait_for_timeout(250)  # nobody decides faster; the next page's picture is drawn meanwhile
    return times


def main() -> None:
    """Builds, serves, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--port", type=int, default=8791)
    parser.add_argument("--ledger", type=Path, help="keep the ledger here, and use it if it is there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.ledger or Path(folder) / "ledger.db"
        if not place.exists():
            build(place, options.documents)
        with served(place, options.port) as link, sync_playwright() as playwright:
            report(playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]),
                   link, options.rounds)


def report(browser: object, link: str, rounds: int) -> None:
    address = link.partition("/start")[0]
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(link)
    firsts = []
    for path in ("/queue", "/next", "/documents"):
        page.goto(f"{address}{path}")
        firsts.append((path, float(page.evaluate(FIRST))))
    print("page         first drawn after, ms", *(f"{path:<12} {first:>8.0f}" for path, first in firsts), sep="\n")
    print("\norder    key to next claim, ms: median   95 %   slowest")
    for order in ("text", "useful"):
        times = measured(page, address, f"order={order}", rounds)
        print(f"{order:<8} {median(times):>29.0f} {quantiles(times, n=20)[-1]:>6.0f} {max(times):>9.0f}")
    browser.close()  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
