"""Roman numerals in small letters: written, and read."""

from functools import cache

SIGNS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST_WRITTEN = 4_000
MOST_READ = 400


def roman(number: int) -> str:
    """The numeral of a number; "" for one too large to be written."""
    written = ""
    for size, letters in SIGNS:
        count, number = divmod(number, size) if number < MOST_WRITTEN else (0, number)
        written += letters * count
    return written


def roman_value(text: str) -> int | None:
    """The number that a numeral stands for, None when it is none or larger than the front matter of a book."""
    return _values().get(text.lower())


@cache
def _values() -> dict[str, int]:
    return {roman(number): number for number in range(1, MOST_READ)}
