"""The blocks of a web page, in the order of its source."""

import re
from dataclasses import dataclass, field
from functools import cache

from lxml import etree, html

from corpus.draft import Piece, clean, join
from corpus.superscripts import raised
from corpus.table_text import Cell, table_text
from corpus.web_around import HEADINGS, around
from corpus.web_metadata import names
from models import Block
from models.vocabulary import BlockKind

LEAST_MAIN_TEXT = 200        # characters of an element that can count as the page's main text
LEAST_MAIN_SHARE = 0.3       # of the page's text
MOST_BOILERPLATE = 0.5       # an element with more of the page's text is none, whatever its name
LONGEST_CELL = 400           # a table with longer cells is a layout, not data
LINK_SHARE = 0.75            # of a line's letters and figures, from which on it is navigation
LONGEST_LINK_LINE = 160
NAME_WORD = re.compile(r"[a-z][a-z-]*")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BYLINE = re.compile("by ", re.IGNORECASE)
APART = re.compile(r"[a-zß-öø-ÿ\d)][A-ZÀ-ÖØ-Þ]|[^\W\d_]\d")     # "2024May", "releases2"
WRITTEN = {"br": "\n", "q": "“"}    # what the browser writes for an element


@dataclass(slots=True)
class Walk:
    """The state of one walk through the page: open roles, the line being gathered, the pieces done."""

    main: html.HtmlElement | None
    size: int
    around: set[html.HtmlElement] = field(default_factory=set)
    roles: list[tuple[BlockKind, int]] = field(default_factory=lambda: [("paragraph", 0)])
    line: list[str] = field(default_factory=list)
    linked: int = 0
    pieces: list[Piece] = field(default_factory=list)
    inside_main: bool = False
    raised: int = 0
    links: int = 0
    closed: bool = False        # an element within a line has just ended


def blocks_of(page: html.HtmlElement) -> tuple[str, list[Block]]:
    """The page's canonical text with its blocks."""
    body = page.find("body")
    root = page if body is None else body
    size = len(root.text_content())
    main = _main(root, size)
    pieces = _pieces(root, Walk(main, size, around(root, main), inside_main=main is None))
    if all(piece.kind == "boilerplate" for piece in pieces):
        pieces = [Piece(piece.text) for piece in pieces]
    return join(_with_title(pieces))


def _main(root: html.HtmlElement, size: int) -> html.HtmlElement | None:
    """The element that holds the main text, where the page marks one."""
    marked = root.xpath("//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']")
    sized = [(len(element.text_content()), element) for element in marked[:50]]
    length, element = max(sized, key=lambda pair: pair[0], default=(0, None))
    return element if length > max(LEAST_MAIN_TEXT, LEAST_MAIN_SHARE * size) else None


def _pieces(root: html.HtmlElement, walk: Walk) -> list[Piece]:
    events = etree.iterwalk(root, events=("start", "end"))
    passed: set[html.HtmlElement] = set()
    for event, element in events:
        if event == "end":
            if element not in passed:
                _leave(element, walk)
            if element is not root:
                _say(element.tail, walk)
        elif _unseen(element) or _is_table(element, walk):
            passed.add(element)
            events.skip_subtree()
        else:
            _enter(element, walk)
    return walk.pieces


def _is_table(element: html.HtmlElement, walk: Walk) -> bool:
    """Whether the element is a data table; then it is one piece."""
    rows = _rows(element) if element.tag == "table" else ""
    if rows:
        _flush(walk)
        outside = not walk.inside_main or _role(element, walk)[0] == "boilerplate"
        for caption in element.iter("caption"):
            walk.pieces.append(Piece(_words(caption), "boilerplate" if outside else "caption"))
        walk.pieces.append(Piece(rows, "boilerplate" if outside else "table"))
    return bool(rows)


def _unseen(element: html.HtmlElement) -> bool:
    return (
        element.tag in names("unseen")
        or element.get("hidden") is not None
        or bool(HIDDEN.search(element.get("style") or ""))
    )


def _enter(element: html.HtmlElement, walk: Walk) -> None:
    if element.tag in names("blocks"):
        _flush(walk)
        if element is walk.main:
            walk.inside_main = True
        walk.roles.append(_role(element, walk))
    elif element.tag in WRITTEN:
        walk.line.append(WRITTEN[element.tag])
    walk.raised += element.tag == "sup"
    walk.links += element.tag == "a"
    _say(element.text, walk, beside=walk.closed and not walk.raised)


def _leave(element: html.HtmlElement, walk: Walk) -> None:
    walk.raised -= element.tag == "sup"
    walk.links -= element.tag == "a"
    walk.closed = element.tag not in names("blocks")
    if element.tag == "q":
        walk.line.append("”")
    if element.tag in names("blocks"):
        _flush(walk)
        walk.roles.pop()
        walk.inside_main = walk.main is None or (walk.inside_main and element is not walk.main)


def _say(text: str | None, walk: Walk, beside: bool = False) -> None:
    """Adds words to the line; those of neighbouring elements, which the page's style keeps apart, are not glued."""
    if text:
        words = " ".join(text.split("\n"))
        if beside and walk.line and APART.fullmatch(walk.line[-1][-1:] + words[:1]):
            walk.line.append(" ")
        walk.closed = False
        walk.line.append(raised(words) if walk.raised else words)
        walk.linked += _letters(text) if walk.links else 0


def _role(element: html.HtmlElement, walk: Walk) -> tuple[BlockKind, int]:
    """What an element makes of the text in it; boilerplate stays boilerplate all the way down."""
    above, level = walk.roles[-1]
    if above == "boilerplate" and element is not walk.main:
        return above, 0
    if _is_boilerplate(element, walk):
        return "boilerplate", 0
    if element.tag in HEADINGS:
        return "heading", HEADINGS[element.tag]
    own = _own_role(element)
    if own == "list_item":
        return own, level + 1 if above == own else 1
    return (own, 0) if own else (above, level)


def _own_role(element: html.HtmlElement) -> BlockKind | None:
    tag, words = element.tag, _names_of(element)
    if tag in ("figcaption", "caption") or words & names("caption-names"):
        return "caption"
    if words & names("footnote-names"):
        return "footnote"
    return "list_item" if tag == "li" else None


def _names_of(element: html.HtmlElement) -> frozenset[str]:
    return _name_words(f"{element.get('class') or ''} {element.get('id') or ''}".lower()[:500])


@cache
def _name_words(text: str) -> frozenset[str]:
    return frozenset(NAME_WORD.findall(text))


@cache
def _name_parts(names_of: frozenset[str]) -> frozenset[str]:
    return frozenset(part for name in names_of for part in name.split("-"))


def _is_boilerplate(element: html.HtmlElement, walk: Walk) -> bool:
    if element.tag in ("body", "main", "article") or element is walk.main:
        return False
    if element in walk.around:
        return True
    named = (
        element.tag in names("boilerplate")
        or (element.tag == "header" and not walk.inside_main)
        or element.get("role") in names("boilerplate-roles")
        or not _names_of(element).isdisjoint(names("boilerplate-names"))
        or not _name_parts(_names_of(element)).isdisjoint(names("boilerplate-parts"))
    )
    return named and len(element.text_content()) <= MOST_BOILERPLATE * walk.size


def _flush(walk: Walk) -> None:
    """Makes pieces of the gathered line."""
    lines = _joined("".join(walk.line).split("\n"))
    (kind, level), size, letters = walk.roles[-1], sum(map(len, lines)), sum(map(_letters, lines))
    outside = not walk.inside_main and (kind, level) != ("heading", 1)
    linked = letters and walk.linked >= LINK_SHARE * letters and size < LONGEST_LINK_LINE
    linked = linked and kind != "heading" and not BYLINE.match(lines[0])
    walk.pieces += [Piece(line, "boilerplate" if outside or linked else kind, level) for line in lines]
    walk.line, walk.linked = [], 0


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _joined(lines: list[str]) -> list[str]:
    """The lines without empty ones; a single line break is none where the sentence goes on in small letters."""
    joined = [""]
    for line in map(clean, lines):
        if line[:1].islower() and joined[-1] and joined[-1][-1] not in ".;:!?":
            joined[-1] += " " + line
        else:
            joined.append(line)
    return [line for line in joined if line]


def _rows(table: html.HtmlElement) -> str:
    """The rows of a data table, a line each, cells with bars between; "" for a layout table."""
    if table.find(".//table") is not None:
        return ""
    rows = [[_cell(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    long = any(len(cell.text) > LONGEST_CELL for row in rows for cell in row)
    if long or len(rows) < 2 or max(map(len, rows)) < 2:
        return ""
    return table_text(rows)


def _cell(cell: html.HtmlElement) -> Cell:
    """A cell: its lines and blocks stay apart, its note marks are raised."""
    return Cell(_words(cell), _span(cell, "colspan"), _span(cell, "rowspan"))


def _words(element: html.HtmlElement) -> str:
    return " ".join(piece.text for piece in _pieces(element, Walk(None, 0, inside_main=True)))


def _span(cell: html.HtmlElement, name: str) -> int:
    """Over how many columns or rows the cell goes."""
    said = (cell.get(name) or "1").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 1


def _with_title(pieces: list[Piece]) -> list[Piece]:
    """The first main heading is the title."""
    for position, piece in enumerate(pieces):
        if piece.kind == "heading" and piece.level == 1:
            return [*pieces[:position], Piece(piece.text, "title"), *pieces[position + 1 :]]
    return pieces
