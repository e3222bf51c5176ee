"""What reaches a person's terminal."""

import os
import shutil
import sys
import unicodedata
from io import TextIOWrapper

NARROWEST, PIPED = 80, 140  # columns
# control characters, among them the terminal's own commands, and marks that turn the direction of the text
HIDDEN = {"Cc", "Cf"}
OPEN, CLOSE = "\ue000", "\ue001"  # around marked words until they are printed; private characters of one column
# ECMA-48, select graphic rendition
STYLES = {"bold": "1", "dim": "2", "green": "32", "red": "31", "yellow": "1;33", "blue": "1;36"}


def plain(text: str) -> str:
    """One line without control or direction marks: a document cannot steer the terminal."""
    if not text.isascii() or not text.isprintable():
        whole = text.encode("utf8", "surrogatepass").decode("utf8", "replace")  # a lone half has no form of its own
        text = "".join(letter for letter in whole if letter.isspace() or unicodedata.category(letter) not in HIDDEN)
    return " ".join(text.split())


def spaced(text: str) -> str:
    """`plain`, with the spaces at both ends kept."""
    return f"{' ' * text[:1].isspace()}{plain(text)}{' ' * (text[-1:].isspace() and len(text) > 1)}"


def shortened(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


class Printer:
    """Lines on standard output, with colours where a person sees them."""

    def __init__(self) -> None:
        self.width = max(NARROWEST, shutil.get_terminal_size((PIPED, 40)).columns)
        self.colours = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"

    def line(self, text: str, style: str = "") -> None:
        """One line in one style."""
        print(self.styled(text, style))

    def marked(self, text: str) -> str:
        """The text with the words between OPEN and CLOSE in colour, or in [brackets] where there are no colours."""
        begin, end = (f"\x1b[{STYLES['blue']}m", "\x1b[0m") if self.colours else ("[", "]")
        return text.replace(OPEN, begin).replace(CLOSE, end)

    def styled(self, text: str, style: str) -> str:
        """The text with the terminal's codes for the style around it."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if style and text and self.colours else text


def utf8_output() -> None:
    """Records for other programs are UTF-8, whatever the terminal's encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf8", errors="strict")


def count(number: int, one: str, many: str = "") -> str:
    """"1 claim", "2 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def columns(rows: list[list[str]], right: int | None = None) -> list[str]:
    """Rows of cells as lines with aligned columns; from column `right` on, cells stand to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(
        cell.rjust(width) if right is not None and number >= right else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(row, widths, strict=True))
    ).rstrip() for row in rows]
