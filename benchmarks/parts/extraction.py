"""(b) Extraction, beside the small English pipeline and quantulum3, and the share of each stage."""

import warnings

from benchmarks import extraction, reference
from benchmarks.results import Result
from benchmarks.timing import in_turns
from extract import extract

OURS, TRAINED, QUANTITIES = "factledger, all of it", "small English spaCy pipeline", "quantulum3, quantities only"


def measure(small: bool) -> Result:
    """Microseconds a word."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")     # it misses a classifier that is not needed
        from quantulum3 import parser  # type: ignore[import-untyped]
    documents = extraction.corpus()[:6 if small else None]
    texts = [document.text for document in documents]
    words, trained = sum(len(text.split()) for text in texts), reference.pipeline()
    few = texts[:4]
    timings = in_turns({
        OURS: lambda: [extract(document) for document in documents],
        TRAINED: lambda: list(trained.pipe(texts)),
        QUANTITIES: lambda: [parser.parse(text) for text in few],
    }, 3 if small else extraction.ROUNDS)
    made = Result("extraction", "Extracting from a word", "us a word")
    share = {OURS: words, TRAINED: words, QUANTITIES: sum(len(text.split()) for text in few)}
    made.series = {name: [1e6 * seconds / share[name] for seconds in timing.rounds] for name, timing in timings.items()}
    for other in (TRAINED, QUANTITIES):
        made.figures[f"times faster than the {other}"] = made.ratio(other, OURS)
    stages = extraction.one_round(documents)
    made.figures |= {f"stage {name}": 1e6 * seconds / words for name, seconds in stages.items()}
    return made
