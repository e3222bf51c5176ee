"""A document's words as a page can show them: one character for each, so that offsets stay true.

Control characters are shown by their pictures. Marks that turn the direction of what follows (Unicode Annex 9), halves
of surrogate pairs and what HTML would drop are shown as U+FFFD: no figure reads backwards, and none moves.
"""

SHOWN = "\ufffd"
TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
TABLE: dict[int, str] = {
    **PICTURES, 0x0C: " ", 0x0D: " ", 0x7F: "\u2421",
    **dict.fromkeys((*range(128, 160), *TURNS, *range(55296, 57344), 65534, 65535), SHOWN),
}


def safe_text(text: str | None) -> str:
    """The text, as many code points long."""
    return (text or "").translate(TABLE)
