"""The ruled lines of a PDF page: level and upright strokes, and the sides of boxes, also inside of forms."""

from collections.abc import Iterator
from ctypes import addressof, c_float, c_int, c_size_t
from itertools import repeat

import numpy

from corpus.pdf.library import Table, TextPage, function

MOST_OBJECTS = 20_000     # of a page that are looked at
MOST_CORNERS = 5_000
FEWEST_CORNERS = 8        # of all paths together: a table of two rows and two columns has more
DEPTH = 3                 # forms within forms
STRAIGHT = 1.0            # point by which a level stroke may slant
SHORTEST = 3.0            # points
PATH, FORM, BEZIER, MOVE = 2, 5, 1, 2     # PDFium's numbers of these kinds of objects and segments

Stroke = tuple[float, float, float, float]    # left, lower, right, upper
Path = tuple[int, Table]                      # an object's address; the matrix from its space to the page's


def rulings_of(page: TextPage) -> Table:
    """A row for each stroke that is level or upright, in user space; none when the page has few lines, or too many."""
    paths = list(_paths(page))
    count = function("FPDFPath_CountSegments", c_int, c_size_t)
    corners = [count(address) for address, _ in paths]
    strokes: list[Stroke] = []
    if FEWEST_CORNERS <= sum(corners) <= MOST_CORNERS:
        for (address, matrix), number in zip(paths, corners, strict=True):
            strokes += _strokes(address, number, matrix)
    return numpy.array(strokes, dtype="f8").reshape(-1, 4)


def _paths(page: TextPage) -> Iterator[Path]:
    """The paths that are painted."""
    waiting = [(page.handle, "FPDFPage_CountObjects", "FPDFPage_GetObject", numpy.eye(3), 0)]
    seen = 0
    while waiting and seen < MOST_OBJECTS:
        holder, count, item, above, depth = waiting.pop()
        number = min(function(count, c_int, c_size_t)(holder), MOST_OBJECTS - seen)
        seen += number
        objects = list(map(function(item, c_size_t, c_size_t, c_int), repeat(holder), range(number)))
        for address, kind in zip(objects, map(function("FPDFPageObj_GetType", c_int, c_size_t), objects), strict=True):
            if kind == PATH and _is_painted(address):
                yield address, _matrix(address) @ above
            elif kind == FORM and depth < DEPTH:
                inside = ("FPDFFormObj_CountObjects", "FPDFFormObj_GetObject")
                waiting.append((address, *inside, _matrix(address) @ above, depth + 1))


def _is_painted(path: int) -> bool:
    fill, stroke = c_int(), c_int()
    call = function("FPDFPath_GetDrawMode", c_int, c_size_t, c_size_t, c_size_t)
    return bool(call(path, addressof(fill), addressof(stroke)) and (fill.value or stroke.value))


def _matrix(address: int) -> Table:
    found = numpy.zeros(6, dtype="f4")
    if not function("FPDFPageObj_GetMatrix", c_int, c_size_t, c_size_t)(address, found.ctypes.data):
        return numpy.eye(3)
    a, b, c, d, e, f = found.tolist()
    return numpy.array([[a, b, 0], [c, d, 0], [e, f, 1]])


def _strokes(path: int, number: int, matrix: Table) -> Iterator[Stroke]:
    """The straight strokes of a path without curves, which make a drawing."""
    segments = list(map(function("FPDFPath_GetPathSegment", c_size_t, c_size_t, c_int), repeat(path), range(number)))
    kinds = list(map(function("FPDFPathSegment_GetType", c_int, c_size_t), segments))
    if BEZIER in kinds:
        return
    closing = map(function("FPDFPathSegment_GetClose", c_int, c_size_t), segments)
    first = before = (0.0, 0.0)
    for point, kind, closes in zip(_points(segments, matrix), kinds, closing, strict=True):
        if kind == MOVE:
            first = point
        else:
            yield from _straight(*before, *point)
        if closes:
            yield from _straight(*point, *first)
        before = point


def _points(segments: list[int], matrix: Table) -> list[tuple[float, float]]:
    """The corners in the page's space."""
    x, y = c_float(), c_float()
    places, call = (addressof(x), addressof(y)), function("FPDFPathSegment_GetPoint", c_int, *[c_size_t] * 3)
    corners = [(x.value, y.value, 1.0) for segment in segments if call(segment, *places)]
    moved = numpy.array(corners).reshape(-1, 3) @ matrix
    return [(left, lower) for left, lower, _ in moved.tolist()]


def _straight(x0: float, y0: float, x1: float, y1: float) -> Iterator[Stroke]:
    """The stroke, if it is level or upright."""
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if min(wide, high) <= STRAIGHT and max(wide, high) >= SHORTEST:
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
