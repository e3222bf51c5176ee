"""RTF: paragraphs, headings, tables and notes (Rich Text Format Specification 1.9.1)."""

import re
from dataclasses import dataclass, field, replace

from corpus.draft import Draft, Piece, clean, join
from corpus.errors import ReadError
from corpus.media import RTF
from corpus.rich_text_words import BREAKS, CHARACTERS, SYMBOLS, TOKEN, UNSEEN
from corpus.settings import Settings
from corpus.superscripts import raised
from corpus.table_text import Cell, table_text

PAGE = re.compile(r"\\ansicpg(\d{3,5})")
HEAD = 2_000
MOST_GROUPS = 1_000     # one in another
LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class State:
    """What holds inside a group; `skip` characters stand in for one given by its number."""

    unseen: bool = False
    raised: bool = False
    skip: int = 1
    note: bool = False


@dataclass(slots=True)
class Reading:
    """What is read so far: pieces, notes, the rows and cells of a table, the words of a paragraph or note."""

    encoding: str
    state: State = State()
    outer: list[State] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    note_words: list[str] = field(default_factory=list)
    skipping: int = 0
    in_table: bool = False
    level: int = 9

    def take(self, token: re.Match[str]) -> None:
        """One token of the file."""
        sort = token.lastgroup or ""
        if sort == "open":
            self.outer.append(self.state)
        elif sort == "close":
            self._close()
        elif sort == "star":
            self.state = replace(self.state, unseen=True)
        elif sort == "word":
            self._obey(token["name"], token["number"])
        else:
            self._add(self._text(sort, token[0]))

    def _text(self, sort: str, token: str) -> str:
        """The characters that a token stands for, without those that repeat one given by its number."""
        if sort == "symbol":
            text = SYMBOLS.get(token[1], "")
        elif sort == "bytes":
            text = bytes.fromhex(token.replace("\\'", "")).decode(self.encoding, "replace")
        else:
            text = token
        kept = text[self.skipping :]
        self.skipping = max(0, self.skipping - len(text))
        return kept

    def _add(self, text: str) -> None:
        if self.state.unseen:
            return
        text = raised(text) if self.state.raised else text
        (self.note_words if self.state.note else self.words).append(text)

    def _obey(self, name: str, number: str | None) -> None:
        """A control word."""
        if name == "u" and number:
            self._add(chr(int(number) % 0x10000))
            self.skipping = self.state.skip
        elif name in CHARACTERS:
            self._add(CHARACTERS[name])
        elif name in UNSEEN or (name in ("v", "deleted") and number != "0"):
            self.state = replace(self.state, unseen=True)
        elif name == "uc":
            self.state = replace(self.state, skip=int(number or 1))
        elif name in ("super", "nosupersub", "plain"):
            self.state = replace(self.state, raised=name == "super" and number != "0")
        elif name == "footnote":
            self._add(raised(str(len(self.notes) + 1)))
            self.state = replace(self.state, note=True, raised=False)
        elif name in BREAKS and not self.state.unseen:
            self._break(name, number)

    def _break(self, name: str, number: str | None) -> None:
        """The end of a paragraph, a cell or a row; what the paragraph is."""
        if name == "pard":
            self.in_table, self.level = False, 9
        elif name == "intbl":
            self.in_table = True
        elif name == "outlinelevel":
            self.level = int(number or 0)
        elif name in ("cell", "nestcell"):
            self.cells.append(self._said())
        elif name == "row":
            self.rows.append(list(map(Cell, self.cells)))
            self.cells.clear()
        elif self.state.note or self.in_table:
            self._add(" ")
        else:
            self.end_paragraph()

    def _said(self) -> str:
        text = clean(_whole("".join(self.words)))
        self.words.clear()
        return text

    def end_paragraph(self) -> None:
        """The words so far are a paragraph; the rows before it are a table."""
        if self.rows:
            self.pieces.append(Piece(table_text(self.rows), "table"))
            self.rows.clear()
        text = self._said()
        is_heading = self.level < 9 and len(text) < LONGEST_HEADING
        self.pieces.append(Piece(text, "heading", self.level + 1) if is_heading else Piece(text))

    def _close(self) -> None:
        inner, self.state = self.state, self.outer.pop() if self.outer else State()
        if inner.note and not self.state.note:
            mark = raised(str(len(self.notes) + 1))
            self.notes.append(clean(f"{mark} {_whole(''.join(self.note_words))}"))
            self.note_words.clear()


def read_rtf(data: bytes, name: str, _: Settings) -> Draft:
    """A draft of an RTF file. Raises ReadError when its groups are nested too deeply."""
    source = data.decode("latin-1")
    page = PAGE.search(source, 0, HEAD)
    reading = Reading(_known(f"cp{page[1]}") if page else "cp1252")
    for token in TOKEN.finditer(source):
        reading.take(token)
        if len(reading.outer) > MOST_GROUPS:
            raise ReadError(name, "the RTF file's groups are nested too deeply", "save it as DOCX")
    reading.end_paragraph()
    text, blocks = join([*reading.pieces, *(Piece(note, "footnote") for note in reading.notes)])
    return Draft(text, blocks, RTF)


def _whole(text: str) -> str:
    """Characters beyond U+FFFF are given in two halves, which are joined."""
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding
