"""How long the questions of the reviewers' page take in ledgers of 10 thousand to a million claims.

    python -m benchmarks.queries [CLAIMS ...] [--folder FOLDER]

Each ledger is made of our own sentences with the same seed, in an SQLite file; a part of its claims is decided. Every
question is asked many times, about another claim each time, as the page does it: through the store, ids looked up, rows
made into objects. The table has the median in milliseconds by the wall clock; results/queries.json has all.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from benchmarks.ledgers import fill
from benchmarks.results import FOLDER, Target
from db import Filters, Queue, Store

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 41
RESULTS = FOLDER / "queries.json"
LIMITS = {"next open claim": 5.0, "state counts": 20.0}  # milliseconds, at a million claims

Ask = Callable[[Store, str, str], object]
Answers = Mapping[int, Mapping[str, list[float]]]   # milliseconds, by the size of the ledger and the question


def _next(order: str = "text", **filters: object) -> Ask:
    queue = Queue(Filters(**{"state": "open", **filters}), order)  # type: ignore[arg-type]
    return lambda store, claim, document: store.next_claim(queue, claim, "Ana")


OPEN = Queue(Filters(state="open"))
QUESTIONS: dict[str, Ask] = {
    "next open claim": _next(),
    "next open claim, most useful first": _next("useful"),
    "next of an event": _next(event="executed"),
    "next of an event, most useful first": _next("useful", event="killed"),
    "next of a place": _next(place="Belora 7"),
    "next of a source": _next(source="the mayor"),
    "next that the rules are unsure of": _next("useful", max_confidence=0.6),
    "next that someone decided": _next(state=None, reviewer="Ana"),
    "next of a document": lambda store, claim, name: store.next_claim(Queue(Filters(document=name)), None, "Ana"),
    "previous claim": lambda store, claim, name: store.previous_claim(OPEN, claim),
    "claim 12 of 340": lambda store, claim, name: store.place_in(OPEN, claim),
    "state counts": lambda store, claim, name: store.state_counts(),
    "first page of claims": lambda store, claim, name: list(islice(store.claims(Filters(state="open")), 50)),
    "a claim": lambda store, claim, name: store.claim(claim),
    "other claims of its sentence": lambda store, claim, name: store.sentence_claims(claim),
    "other figures for the same": lambda store, claim, name: store.same_thing(claim),
    "its decisions": lambda store, claim, name: store.visible_decisions(claim, "Boris"),
    "its history": lambda store, claim, name: store.claim_events(claim),
    "numerals of a document": lambda store, claim, name: store.numerals(name),
    "progress of a document": lambda store, claim, name: store.progress(name),
    "search, a common word": lambda store, claim, name: store.search("civilians"),
    "search, two words": lambda store, claim, name: store.search("mayor farmers"),
    "search, a rare word": lambda store, claim, name: store.search("Belora77"),
    "search, no such word": lambda store, claim, name: store.search("zzyzx"),
    "search in a document": lambda store, claim, name: store.search("civilians", document=name),
    "newest events": lambda store, claim, name: store.latest_events(),
    "conflicts": lambda store, claim, name: store.conflicts(),
    "a decision, written to the disk": lambda store, claim, name: store.decide(claim, "approve", "Ana"),
}


def measured(store: Store, rounds: int) -> dict[str, list[float]]:
    """The milliseconds that each question takes, each time about another claim."""
    claims = _some(store, rounds)
    taken = {}
    for name, ask in QUESTIONS.items():
        ask(store, *claims[0])
        taken[name] = [_milliseconds(ask, store, *about) for about in claims[1:]]
    return taken


def _milliseconds(ask: Ask, store: Store, claim: str, document: str) -> float:
    started = time.perf_counter()
    ask(store, claim, document)
    return (time.perf_counter() - started) * 1000


def _some(store: Store, rounds: int) -> list[tuple[str, str]]:
    """Open claims from everywhere in the ledger, with their documents."""
    documents = store.documents()
    found = []
    for number in range(rounds):
        entry = documents[number * (len(documents) - 1) // max(1, rounds - 1)]
        opened = [stored.id for stored in store.claims(Filters(document=entry.id, state="open"))]
        found.append((opened[number % len(opened)], entry.id))
    return found


def table(found: Answers) -> Iterator[str]:
    """The medians, a column for each size."""
    yield f"{'ms (median)':<40}" + "".join(f"{size:>12,}" for size in found)
    for name in QUESTIONS:
        yield f"{name:<40}" + "".join(f"{median(found[size][name]):>12.2f}" for size in found)


def markdown(found: Answers) -> Iterator[str]:
    """The same for the documentation."""
    yield "| ms, median | " + " | ".join(f"{size:,} claims" for size in found) + " |"
    yield "|---|" + "---:|" * len(found)
    for name in QUESTIONS:
        yield f"| {name} | " + " | ".join(f"{median(found[size][name]):.2f}" for size in found) + " |"


def targets(found: Answers) -> Iterator[Target]:
    """What the largest ledger must reach."""
    for name, limit in LIMITS.items() if found else ():
        yield Target(f"ms, {name}, {max(found):,} claims", median(found[max(found)][name]), limit, most=True)


def kept() -> Answers:
    """What was measured last; nothing if nothing was."""
    if not RESULTS.exists():
        return {}
    ledgers = json.loads(RESULTS.read_text(encoding="utf8"))["ledgers"]
    return {int(size): {name: asked["all"] for name, asked in ledger["questions"].items()}
            for size, ledger in ledgers.items()}


def main() -> None:
    """Fills the ledgers, asks, prints the table and writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("claims", nargs="*", type=int, default=SIZES, help="how many claims a ledger has")
    parser.add_argument("--folder", type=Path, help="where the ledgers are kept, and found again the next time")
    options = parser.parse_args()
    found, sizes = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.claims:
            path = (options.folder or Path(folder)) / f"{size}.db"
            started = time.perf_counter()
            fill(path, size)
            print(f"{size:,} claims: {path.stat().st_size / 1e6:,.0f} MB, {time.perf_counter() - started:,.0f} s",
                  flush=True)
            with Store(path) as store:
                found[size] = measured(store, ROUNDS)
            sizes[size] = path.stat().st_size
    print("\n".join(table(found)))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps({
        "unit": "ms", "rounds": ROUNDS - 1, "limits": LIMITS,
        "ledgers": {str(size): {"bytes": sizes[size], "questions": {
            name: {"median": round(median(taken), 3), "p95": round(quantiles(taken, n=20)[-1], 3),
                   "all": [round(each, 3) for each in taken]} for name, taken in answers.items()
        }} for size, answers in found.items()},
    }) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
