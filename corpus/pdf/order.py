"""The reading order of a PDF page: one column or several, full-width lines between them."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter
from statistics import median

from corpus.pdf.lines import Line, are_level, lines_of, rows_of

FEWEST_LINES = 3            # on each side of a gutter
FEWEST_PAIRS = 3            # lines side by side that show a gutter
FEWEST_WORDS = 3            # of the usual line in a column of running text; a list's numbers have one
LEAST_GUTTER = 5.0          # points
WIDEST_GUTTER = 0.5         # of the narrower column's width: a table's columns stand further apart
PROSE_WIDTH = 0.6           # of the wide lines' width: the usual line of running text is wider, a table's cell is not
MOST_NESTING = 4            # columns within columns
MOST_SEGMENTS = 3_000       # of a page; more are read as rows

TOP = attrgetter("top")
Bands = list[tuple[list[Line], bool]]


def ordered(segments: Sequence[Line]) -> list[Line]:
    """The page's lines as a person reads them, each with its column's number and edges; turned words come last."""
    turned = bool(segments) and bool(segments[0].tokens.aside)
    upright = [line for line in segments if not line.is_aside] if turned else list(segments)
    aside = [line for line in segments if line.is_aside] if turned else []
    lines: list[Line] = []
    for number, column in enumerate([*_columns(upright, 0), *([line] for line in aside)]):
        edges = min(line.left for line in column), _right_edge(column)
        for line in column:
            line.column, (line.column_left, line.column_right) = number, edges
        lines += column
    return lines


def _right_edge(lines: list[Line]) -> float:
    """Where full lines end; a few may stand out."""
    rights = sorted(line.right for line in lines)
    return rights[(len(rights) - 1) * 19 // 20]


def _columns(segments: list[Line], depth: int) -> list[list[Line]]:
    """Runs of lines that are read one after the other."""
    gutter = _gutter(segments) if depth < MOST_NESTING and len(segments) < MOST_SEGMENTS else None
    bands = [] if gutter is None else _bands(segments, gutter)
    if gutter is None or not any(divided for _, divided in bands):
        return [lines_of(segments)] if segments else []
    columns: list[list[Line]] = []
    for band, divided in bands:
        if divided:
            columns += _columns([line for line in band if line.right <= gutter], depth + 1)
            columns += _columns([line for line in band if line.left >= gutter], depth + 1)
        else:
            columns.append(lines_of(band))
    return columns


def _gutter(segments: list[Line]) -> float | None:
    """Where the right-hand one of most pairs of lines side by side begins, less half a gutter."""
    starts: Counter[int] = Counter()
    standing = sorted(segments, key=TOP)
    for position, line in enumerate(standing, start=1):
        for other in islice(standing, position, None):
            if other.top >= line.bottom:
                break
            low, high = (line, other) if line.left <= other.left else (other, line)
            if high.left - low.right >= LEAST_GUTTER and are_level(line, other):
                starts[round(high.left)] += 1
    place, count = starts.most_common(1)[0] if starts else (0, 0)
    return place - LEAST_GUTTER / 2 if count >= FEWEST_PAIRS else None


def _bands(segments: list[Line], gutter: float) -> Bands:
    """Runs of lines from top to bottom, and whether each run is two columns with this gutter between them."""
    bands: Bands = []
    for row in rows_of(segments):
        clear = all(line.right <= gutter or line.left >= gutter for line in row)
        if bands and bands[-1][1] == clear:
            bands[-1][0].extend(row)
        else:
            bands.append((row, clear))
    found: Bands = []
    for band, clear in bands:
        divided = clear and _are_columns(*_sides(band, gutter))
        if found and not divided and not found[-1][1]:
            found[-1][0].extend(band)
        else:
            found.append((band, divided))
    return found


def _sides(band: list[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    return [line for line in band if line.right <= gutter], [line for line in band if line.left >= gutter]


def _are_columns(left: list[Line], right: list[Line]) -> bool:
    """Whether these are columns of running text beside each other, and no table."""
    if not (_is_prose(left) and _is_prose(right)):
        return False
    gap = min(line.left for line in right) - _right_edge(left)
    return gap <= WIDEST_GUTTER * min(_width(left), _width(right))


def _is_prose(lines: list[Line]) -> bool:
    """Whether these are lines of running text: enough of them, with several words, most as wide as the wide ones."""
    if len(lines) < FEWEST_LINES or median(len(line.rows) for line in lines) < FEWEST_WORDS:
        return False
    return median(line.right - line.left for line in lines) >= PROSE_WIDTH * _width(lines)


def _width(lines: list[Line]) -> float:
    """How wide the wide lines are."""
    widths = sorted(line.right - line.left for line in lines)
    return widths[(len(widths) - 1) * 9 // 10]
