"""Text recognition (OCR) of pages that are pictures, by tesseract where it is installed."""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

import numpy

from corpus.pdf.picture import POINTS, Pixels
from corpus.pdf.tokens import Tokens

DPI = 300               # what tesseract's models are made for
SURE = 80               # of 100: a figure below it is to be compared with the page
INK = 160               # grey values below it are ink
LEAST_INK = 20          # dots; a page with fewer is empty
SAME_SIZE = 0.25        # lines whose height is so near the usual one are of the usual size: heights are rough
LETTERS = 0.85          # of the font size: from the top of the tall letters to the foot of the long ones
WORD_LEVEL, LINE_LEVEL = "5", "4"


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a page, and its figures that may be wrong; `problem` says why there are none."""

    tokens: Tokens | None
    doubtful: tuple[str, ...] = ()
    problem: str = ""


def is_installed() -> bool:
    """Whether there is a tesseract to call."""
    return shutil.which("tesseract") is not None


def recognise(pixels: Pixels, languages: tuple[str, ...], seconds: float) -> Recognised:
    """The words of a grey page of 300 dots to the inch, with boxes in points."""
    if int((pixels < INK).sum()) < LEAST_INK:
        return Recognised(None)
    command = ["tesseract", "stdin", "stdout", "--dpi", str(DPI), "-l", "+".join(languages), "tsv"]
    height, width = pixels.shape
    image = b"P5 %d %d 255\n" % (width, height) + pixels.tobytes()
    try:
        done = subprocess.run(command, input=image, capture_output=True, timeout=seconds, check=True,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    except subprocess.TimeoutExpired:
        return Recognised(None, problem="text recognition took too long; allow more with --seconds")
    except (subprocess.CalledProcessError, OSError) as error:
        return Recognised(None, problem=f"text recognition failed ({_said(error)})")
    return _recognised(done.stdout.decode("utf8", "replace"))


def _said(error: Exception) -> str:
    """What went wrong in tesseract's words; a language that it lacks is named before its last line."""
    said = (getattr(error, "stderr", None) or str(error).encode()).decode("utf8", "replace").strip().splitlines()
    named = [line for line in said if "language '" in line]
    return " ".join([*named, *said[-1:]][:1])[:200]


def _recognised(table: str) -> Recognised:
    rows = list(csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [(line, word) for line, words in _lines(rows) for word in words]
    doubtful = [word["text"].strip() for _, word in pairs
                if any(map(str.isdigit, word["text"])) and float(word["conf"]) < SURE]
    return Recognised(_tokens(pairs) if pairs else None, tuple(doubtful))


Row = dict[str, str]


def _lines(rows: list[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Each line with its words."""
    line: Row | None = None
    words: list[Row] = []
    for row in rows:
        if row["level"] == LINE_LEVEL:
            if line and words:
                yield line, words
            line, words = row, []
        elif row["level"] == WORD_LEVEL and (row["text"] or "").strip():
            words.append(row)
    if line and words:
        yield line, words


def _tokens(pairs: list[tuple[Row, Row]]) -> Tokens:
    """The words as high as their lines; sizes near the usual one are the usual one."""
    boxes = numpy.array([_box(word) for _, word in pairs], dtype="f4")
    lines = numpy.array([_box(line) for line, _ in pairs], dtype="f4")
    sizes = ((lines[:, 3] - lines[:, 1]) / LETTERS).round(1)
    usual = numpy.median(sizes)
    sizes[numpy.abs(sizes - usual) < SAME_SIZE * usual] = usual
    places = numpy.column_stack((boxes[:, 0], lines[:, 1], boxes[:, 2], lines[:, 3]))
    return Tokens([word["text"].strip() for _, word in pairs], boxes, places, sizes, numpy.full(len(pairs), -1))


def _box(row: Row) -> tuple[float, float, float, float]:
    left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
    scale = POINTS / DPI
    return round(left * scale, 2), round(top * scale, 2), round((left + width) * scale, 2), round(
        (top + height) * scale, 2)
