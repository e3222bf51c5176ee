"""Whole numbers as an address or a form brings them."""

MOST_DIGITS = 15


def whole(text: str) -> int:
    """The number; 0 for what is none."""
    typed = text.strip()
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS else 0
