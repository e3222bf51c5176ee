"""A column's value as the text of a cell."""

import json
import re
import unicodedata
from decimal import Decimal
from typing import Any

PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
FORMULA_STARTS = frozenset("=+-@＝＋－＠")  # what spreadsheets take for the beginning of a formula
DIGITS = 15  # significant ones, as IEEE 754 doubles keep them
PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
PICTURES |= dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)


def text(value: Any, kind: str) -> str:
    """The value of a column of this type; nothing known is an empty text."""
    if value is None or value == []:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    if kind == "boxes":
        return json.dumps(value)
    return "; ".join(value) if kind == "list" else str(value)


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it if a spreadsheet could take it for a formula; numbers stay as they are.

    What spreadsheets skip at the beginning (blanks, controls, invisible marks) is looked through
    (OWASP, CSV Injection).
    """
    if not cell or PLAIN_NUMBER.fullmatch(cell):
        return cell
    first = cell[0]
    if first.isalnum():
        return cell
    if first in "\t\r\n" or next(filter(_seen, cell), "") in FORMULA_STARTS:
        return f"'{cell}"
    return cell


def _seen(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")


def visible(words: str) -> str:
    """Control characters that XML and HTML cannot hold as their pictures (NUL is ␀); tab and newline stay."""
    return words if words.isprintable() else words.translate(PICTURES)


def exact_number(value: Any) -> int | float | None:
    """The figure as a number that a spreadsheet holds exactly (at most 15 significant digits), else None."""
    figure = Decimal(str(value))
    if len(figure.as_tuple().digits) > DIGITS or not figure.is_finite():
        return None
    return int(figure) if figure == figure.to_integral_value() else float(figure)
