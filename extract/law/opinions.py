"""Separate opinions: where they stand and whose they are. What they say is not the court's."""

import re
from collections.abc import Iterator
from functools import cache

from extract.law.operative import operative_part
from models.document import Document
from models.rules import load
from models.span import Phrase, Span

_FIRST_LINES = 500  # characters in which an opinion announced is one of a list
_BY = re.compile(r"(?i)\bopinions?\s+(?:of|by)\s+(?P<author>.+?)(?:,?\s+(?:joined|in\s+which)\b.*)?[\s*¹\d(]*$")
_LEADING = re.compile(
    r"(?:(?i:chief\s)?(?i:justice|judge)\s)?(?P<author>[A-Z][A-Z'’.\- ]{2,40}),\s(?P<title>[^,(]+)"
)
_SMALL = frozenset(("AND", "OF", "DE", "VAN", "VON", "DER"))


def separate_opinions(document: Document) -> tuple[Phrase, ...]:
    """Each concurring or dissenting opinion up to the next one or the end; its text is the author: "Judge Pereira"."""
    found: list[Phrase] = []
    end = len(document.text)
    for heading in reversed(list(_headings(document.text))):
        found.append(Phrase(_author(heading[0].strip()), Span(heading.start(), end)))
        end = heading.start()
    return tuple(reversed(found))


def opinions_start(text: str) -> int | None:
    """Where the first of them begins; None where there is none."""
    return next((heading.start() for heading in _headings(text)), None)


def _headings(text: str) -> Iterator[re.Match[str]]:
    """Their headings behind the operative part, or in a decision that has none behind its first lines."""
    part = operative_part(text)
    begin = part.end if part else text.find("\n", _FIRST_LINES)
    if begin >= 0:
        yield from _heading().finditer(text, begin)


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(load("law/decisions")["operative"]["separate"], re.MULTILINE)


def _author(heading: str) -> str:
    if named := _BY.search(heading):
        return _in_small_letters(named["author"])
    if leading := _LEADING.match(heading):
        title = "Judge" if "Judge" in leading["title"] else "Justice"
        return f"{title} {_in_small_letters(leading['author'])}"
    return "a separate opinion"


def _in_small_letters(words: str) -> str:
    """Words in capitals as they are written in a sentence: "JUDGES DVORSKY AND PEREIRA"."""
    if not words.isupper():
        return " ".join(words.split())
    return " ".join(word.lower() if word in _SMALL else word.title() for word in words.split())
