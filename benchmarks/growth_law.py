"""How the time of extraction grows with a decision's length: a hostile text at 1x, 2x, 4x and 8x.

`python -m benchmarks.growth_law` prints, for each kind of text, seconds per length and the growth from 1x to 8x:
8 is linear, 64 quadratic. Ratios are told, not seconds, since machines differ.
"""

import time
from collections.abc import Callable, Iterator

from corpus import from_text
from extract import extract

LENGTHS = (1, 2, 4, 8)
LINEAR, TOLERATED = 8.0, 14.0
BODY = "{n}. On {d} May 2019 the District Court of Tolvek sentenced Anna Sorabi to {n} months' imprisonment.\n"

Maker = Callable[[int], str]


def thousand_parties(size: int) -> str:
    """A heading with a thousand numbered parties at 1x."""
    names = "".join(f"{n}. Ratan Deshkar {n}\n" for n in range(1, 1_000 * size))
    return f"IN THE HIGH COURT OF NAVARIA\n{names}...PETITIONERS\nVERSUS\nState ...RESPONDENT\nJUDGMENT\n1. So.\n"


def long_decision(size: int) -> str:
    """A decision of ordinary paragraphs."""
    body = "".join(BODY.format(n=n, d=n % 28 + 1) for n in range(1, 300 * size))
    return f"IN THE HIGH COURT OF NAVARIA\nAnna Sorabi ...APPELLANT\nVERSUS\nState ...RESPONDENT\nJUDGMENT\n{body}"


def capitals(size: int) -> str:
    """The same in capitals throughout."""
    return long_decision(size).upper()


def long_name(size: int) -> str:
    """One name of 300 words at 1x."""
    return "The petitioner " + "Deshkar " * 300 * size + "v. " + "Sorabi " * 300 * size + "said so."


def citations(size: int) -> str:
    """A string of citations without an end."""
    return "See Pike v. Tarrow, (1987) 3 SCC 212; " * 400 * size


KINDS: dict[str, Maker] = {
    "a long decision": long_decision, "in capitals": capitals, "a thousand parties": thousand_parties,
    "one long name": long_name, "citations": citations,
}


def growth(make: Maker) -> Iterator[float]:
    """Seconds at each length."""
    for size in LENGTHS:
        document = from_text(make(size), kind="decision")
        started = time.process_time()
        extract(document)
        yield time.process_time() - started


def main() -> None:
    """Prints the table; says which kinds grow faster than is tolerated."""
    extract(from_text("At least 12 people were killed in Lima."))
    print(f"{'text':<20}" + "".join(f"{size}x".rjust(9) for size in LENGTHS) + "   8x/1x")
    for name, make in KINDS.items():
        seconds = list(growth(make))
        ratio = seconds[-1] / max(seconds[0], 1e-3)
        slow = "  grows faster than its length" if ratio > TOLERATED else ""
        print(f"{name:<20}" + "".join(f"{value:9.2f}" for value in seconds) + f"{ratio:8.1f}{slow}")


if __name__ == "__main__":
    main()
