"""The ruled lines of a PDF page: level and upright strokes, and the sides of boxes, also inside of forms."""

from collections import deque
from collections.abc import Iterator
from ctypes import addressof, c_int, c_size_t
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

Path = tuple[int, Table]                      # an object's address; the matrix from its space to the page's


def rulings_of(page: TextPage) -> Table:
    """Left, lower, right, upper of each level or upright stroke in user space; none for a page of few or too many."""
    paths = list(_paths(page))
    count = function("FPDFPath_CountSegments", c_int, 1)
    corners = [count(address) for address, _ in paths]
    if not FEWEST_CORNERS <= sum(corners) <= MOST_CORNERS:
        return numpy.zeros((0, 4))
    found = zip(paths, corners, strict=True)
    return numpy.concatenate([_strokes(address, number, matrix) for (address, matrix), number in found if number])


def _paths(page: TextPage) -> Iterator[Path]:
    """The paths that are painted."""
    waiting = [(page.handle, "FPDFPage_CountObjects", "FPDFPage_GetObject", numpy.eye(3), 0)]
    seen = 0
    while waiting and seen < MOST_OBJECTS:
        holder, count, item, above, depth = waiting.pop()
        number = min(function(count, c_int, 1)(holder), MOST_OBJECTS - seen)
        seen += number
        objects = list(map(function(item, c_size_t, 2), repeat(holder), range(number)))
        for address, kind in zip(objects, map(function("FPDFPageObj_GetType", c_int, 1), objects), strict=True):
            if kind == PATH and _is_painted(address):
                yield address, _matrix(address) @ above
            elif kind == FORM and depth < DEPTH:
                inside = ("FPDFFormObj_CountObjects", "FPDFFormObj_GetObject")
                waiting.append((address, *inside, _matrix(address) @ above, depth + 1))


def _is_painted(path: int) -> bool:
    fill, stroke = c_int(), c_int()
    call = function("FPDFPath_GetDrawMode", c_int, 3)
    return bool(call(path, addressof(fill), addressof(stroke)) and (fill.value or stroke.value))


def _matrix(address: int) -> Table:
    found = numpy.zeros(6, dtype="f4")
    if not function("FPDFPageObj_GetMatrix", c_int, 2)(address, found.ctypes.data):
        return numpy.eye(3)
    a, b, c, d, e, f = found.tolist()
    return numpy.array([[a, b, 0], [c, d, 0], [e, f, 1]])


def _strokes(path: int, number: int, matrix: Table) -> Table:
    """The level and upright strokes of a path without curves, which make a drawing."""
    segments = list(map(function("FPDFPath_GetPathSegment", c_size_t, 2), repeat(path), range(number)))
    kinds = list(map(function("FPDFPathSegment_GetType", c_int, 1), segments))
    if BEZIER in kinds:
        return numpy.zeros((0, 4))
    closing = numpy.array(list(map(function("FPDFPathSegment_GetClose", c_int, 1), segments)), dtype=bool)
    corners, moves = _corners(segments, matrix), numpy.array(kinds) == MOVE
    first = numpy.maximum.accumulate(numpy.where(moves, numpy.arange(number), 0))
    ends = numpy.concatenate((numpy.flatnonzero(~moves), numpy.flatnonzero(closing)))
    starts = numpy.concatenate((numpy.flatnonzero(~moves) - 1, first[closing]))
    one, other = corners[numpy.maximum(starts, 0)], corners[ends]
    low, high = numpy.minimum(one, other), numpy.maximum(one, other)
    sides = high - low
    straight = (sides.min(axis=1) <= STRAIGHT) & (sides.max(axis=1) >= SHORTEST)
    strokes: Table = numpy.hstack((low, high))[straight]
    return strokes


def _corners(segments: list[int], matrix: Table) -> Table:
    """The corners in the page's space."""
    points = numpy.zeros((len(segments), 3), dtype="f4")
    places = range(points.ctypes.data, points.ctypes.data + points.nbytes, points.strides[0])
    call = function("FPDFPathSegment_GetPoint", c_int, 3)
    deque(map(call, segments, places, range(places.start + 4, places.stop + 4, places.step)), maxlen=0)
    points[:, 2] = 1
    moved: Table = (points @ matrix)[:, :2]
    return moved
