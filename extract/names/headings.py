"""Where capitals are owed to a heading: there only known names count."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from extract.names.known import known_names
from extract.names.lexicon import HEADS, TITLE, Kind, words
from extract.names.tokens import Token
from models.document import Block

_KEEPS = HEADS | TITLE | Kind.CAPITALS | Kind.INITIAL  # a common word of these kinds may belong to a name
_SMALL = 4  # a word this short may stay small in a title


def headings(text: str, blocks: Sequence[Block]) -> Callable[[int], bool]:
    """A function that tells whether an offset stands in a heading, or in a line written as one."""
    spans = [(block.start, block.end) for block in blocks if block.kind in ("title", "heading", "boilerplate")]
    spans = sorted([*(span for span in spans if _capitalised(text[slice(*span)])), *_titled_lines(text)])
    starts = [start for start, _ in spans]

    def inside(offset: int) -> bool:
        at = bisect_right(starts, offset)
        return bool(at) and offset < spans[at - 1][1]

    return inside


def _titled_lines(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if len(line) < 200 and _capitalised(line):
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _capitalised(line: str) -> bool:
    """Whether nearly every longer word has a capital, and there are enough of them to tell."""
    words = [word for word in line.split() if len(word) > _SMALL and word[0].isalpha()]
    if len(words) < 3 or line.rstrip().endswith((".", ",")):
        return False
    return sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def without_headline_words(run: list[Token]) -> Iterator[list[Token]]:
    """A heading's run cut where a word owes it the capital: "Rebels Attack Doro Village" names only the village."""
    known = {at for first, (past, _) in known_names(run).items() for at in range(first, past)}
    piece: list[Token] = []
    for at, token in enumerate(run):
        if at in known or not _owes_capital(token, piece):
            piece.append(token)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _owes_capital(token: Token, before: Sequence[Token]) -> bool:
    if not token.kind & (Kind.COMMON | Kind.FUNCTION) or token.kind & _KEEPS:
        return False
    if token.word in words("places", "heads.compass"):
        return False
    return not (before and before[-1].kind & Kind.GIVEN and token.kind & Kind.SURNAME)  # "Mark Green Freed"
