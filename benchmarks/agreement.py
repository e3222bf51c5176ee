"""How far two readers agree on the words of a PDF and on where they stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pdfplumber

from corpus import read_bytes

ACROSS, ALONG = 3.0, 4.0      # points between the edges and the middles of two boxes of one word
Place = tuple[int, str, float, float, float]    # page, word, left, right, middle of the height


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many words each reader has, and how many both have at the same place."""

    ours: int
    theirs: int
    both: int

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.ours + self.theirs) if self.ours + self.theirs else 1.0


def agreement(data: bytes) -> Agreement:
    """FactLedger's words beside pdfplumber's, each cut to letters and figures: what is glued differs by taste."""
    ours, theirs = list(our_places(data)), list(plumbed_places(data))
    waiting: dict[tuple[int, str], list[Place]] = defaultdict(list)
    for place in theirs:
        waiting[place[:2]].append(place)
    both = 0
    for place in ours:
        found = next((other for other in waiting[place[:2]] if _near(place, other)), None)
        if found:
            waiting[place[:2]].remove(found)
            both += 1
    return Agreement(len(ours), len(theirs), both)


def _near(one: Place, other: Place) -> bool:
    across = max(abs(one[2] - other[2]), abs(one[3] - other[3]))
    return across <= ACROSS and abs(one[4] - other[4]) <= ALONG


def our_places(data: bytes) -> Iterator[Place]:
    document = read_bytes(data, "a.pdf")
    for word in document.words:
        left, top, right, bottom = word.box
        yield word.page, plain(document.text[word.start : word.end]), left, right, (top + bottom) / 2


def plumbed_places(data: bytes) -> Iterator[Place]:
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            for word in page.extract_words(x_tolerance_ratio=0.15):
                yield page.page_number, plain(word["text"]), word["x0"], word["x1"], (word["top"] + word["bottom"]) / 2
            page.close()


RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def plain(word: str) -> str:
    """The word as it is printed: raised figures are figures, a hyphen at a line's end may be gone."""
    return word.translate(RAISED).rstrip("-\u00ad")


def total(parts: Sequence[Agreement]) -> Agreement:
    """Of several files together."""
    columns = zip(*((each.ours, each.theirs, each.both) for each in parts), strict=True)
    return Agreement(*map(sum, columns))
