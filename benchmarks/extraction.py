"""Words per second of the extraction beside a trained pipeline's architecture, and the share of each stage.

Both read the same documents in one process, in alternating rounds; `make bench` keeps both on one thread.
"""

import time
from collections.abc import Sequence
from statistics import median

from benchmarks import reference
from benchmarks.text import report
from benchmarks.timing import Timing, in_turns, ratio
from corpus import from_text
from extract import extract
from extract.pipeline import KEY, Found, pipeline
from factledger.evaluate import as_document
from factledger.gold import load_gold
from models import Document

ROUNDS = 7
REPORTS, WORDS = 20, 1_000


def main() -> None:
    documents = corpus()
    texts = [document.text for document in documents]
    trained = reference.pipeline()
    candidates = {
        "factledger": lambda: [extract(document) for document in documents],
        "small English pipeline": lambda: list(trained.pipe(texts)),
    }
    timings = in_turns(candidates, ROUNDS)
    show(sum(len(text.split()) for text in texts), len(texts), timings, stage_seconds(documents))


def corpus() -> list[Document]:
    """Synthetic reports and the gold documents."""
    made = [from_text(report(WORDS, seed)) for seed in range(REPORTS)]
    return made + [as_document(gold) for gold in load_gold()]


def stage_seconds(documents: Sequence[Document]) -> dict[str, float]:
    """Seconds that each stage takes for all documents: the median of the rounds."""
    rounds = [one_round(documents) for _ in range(ROUNDS)]
    return {stage: median(taken[stage] for taken in rounds) for stage in rounds[0]}


def one_round(documents: Sequence[Document]) -> dict[str, float]:
    nlp = pipeline()
    taken = dict.fromkeys(["tokens", *nlp.pipe_names], 0.0)
    for document in documents:
        started = time.process_time()
        doc = nlp.make_doc(document.text)
        doc.user_data[KEY] = Found(document)
        taken["tokens"] += time.process_time() - started
        for name, stage in nlp.pipeline:
            started = time.process_time()
            doc = stage(doc)
            taken[name] += time.process_time() - started
    return taken


def show(words: int, documents: int, timings: dict[str, Timing], shares: dict[str, float]) -> None:
    ours, theirs = timings["factledger"], timings["small English pipeline"]
    print(f"extraction, {documents} documents of {words:,} words, {ROUNDS} rounds in turns, processor time")
    print(f"{'':26} {'words/s':>9} {'spread':>8}")
    for name, timing in timings.items():
        print(f"{name:26} {words / timing.median:9,.0f} {timing.spread:8.0%}")
    print(f"{'ratio':26} {ratio(theirs, ours):9.1f}")
    print(f"The small English pipeline: {reference.ARCHITECTURE}")
    print("\nshare of each stage")
    for stage, seconds in shares.items():
        print(f"{stage:26} {seconds / sum(shares.values()):9.0%} {seconds / words * 1e6:8.1f} us a word")


if __name__ == "__main__":
    main()
