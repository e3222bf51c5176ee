"""Runs of capitalised words, the only places where names are looked for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.names.lexicon import kind
from extract.signs import Sought
from models.mention import Mention
from models.rules import load

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_LONGEST = 40  # words in one run: no name is longer, and the work on a run grows faster than its length
_FULL_LINE = 60  # characters: a line this long was broken for want of room
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@cache
def _tokens() -> Sought:
    """A word with a capital: initials ("J.K."), an abbreviation ("Lt."), "al-Haj", "O'Neill", "Jean-Luc".

    It ends before a hyphen that joins a common word ("US-led") and is none before a sign of money ("US$");
    the letters of "S/o", "W/o", "R/o" (son of, wife of, resident of) are none either.
    """
    tails = "|".join([*load("names/words")["after_hyphen"], "[a-z]+ed"])
    short = "|".join(load("names/words")["abbreviations"])
    joined = rf"(?:[-‑](?!(?:{tails})\b)\w+|[’'](?=\w)\w+)*"
    prefix = "(?:[ad][ln]|a[shrzdt]|ash|el|d|l|as|ez|es|ur|ul)[-’']"
    pattern = re.compile(
        rf"(?<![\w@#])(?:(?:[{_UPPER}]\.(?:-(?=[{_UPPER}]\.))?){{1,5}}(?!\w)"
        rf"|(?:[{_UPPER}]\.){{1,4}}[{_UPPER}](?:[a-zà-ÿ]\w+|(?=\s))|(?:{short})\.|M/s\.?"
        rf"|{prefix}(?=[{_UPPER}])\w+{joined}"
        rf"|(?![A-Z]/[oOaA]\b)[{_UPPER}]\w*(?!\$){joined})"
    )
    return Sought(pattern, rf"(?<![\w@#])(?:{prefix})?[{_UPPER}]")


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Token:
    """One capitalised word; `word` is without its possessive; `gap` is what joins it to the word before."""

    start: int
    end: int
    word: str
    kind: int  # bits of lexicon.Kind
    gap: str
    possessive: bool
    opens: bool  # first word of a sentence, a line, a quotation


@cache
def _gaps() -> dict[str, str]:
    """What may stand between two words of one run -> its plain form."""
    gaps = {"": " ", " ": " ", "\u00a0": " ", "  ": " "}
    for connector in load("names/words")["connectors"]:
        gaps[f" {connector} "] = connector
    for particle in load("names/persons")["particles"]:
        gaps.setdefault(f" {particle} ", "~" + particle)
    return gaps


def runs(text: str, taken: Sequence[Mention]) -> Iterator[list[Token]]:
    """Maximal runs of words that may form names together; none touches a taken span."""
    ends = [mention.end for mention in taken]
    gaps, run, reached = _gaps(), list[Token](), -1
    for match in _tokens().finditer(text):
        start, end = match.span()
        at = bisect_right(ends, start)
        if at < len(taken) and taken[at].start < end:
            continue
        gap = _gap(text, reached, start, gaps) if run and start - reached < 16 and len(run) < _LONGEST else None
        if gap is None and run:
            yield run
            run = []
        token = _token(text, start, end, match[0], gap or "")
        run.append(token)
        reached = end
    if run:
        yield run


def _gap(text: str, start: int, end: int, gaps: dict[str, str]) -> str | None:
    """The plain form of what stands between two words; several spaces, or the end of a full line, count as one."""
    between = text[start:end]
    if (plain := gaps.get(between)) is not None:
        return plain
    if not between[:1].isspace() or not between[-1:].isspace() or between.count("\n") > 1:
        return None
    if "\n" in between and start - text.rfind("\n", 0, start) < _FULL_LINE:
        return None
    return gaps.get(" " + "".join(f"{word} " for word in between.split()))


def _token(text: str, start: int, end: int, written: str, gap: str) -> Token:
    word = written
    if len(word) > 2 and (match := _POSSESSIVE.search(word)):
        word = word[:match.start()]
    plain = word.replace("’", "'").replace("‑", "-") if not word.isascii() else word
    return Token(start, start + len(word), plain, kind(plain), gap, word != written, not gap and opens(text, start))


def opens(text: str, start: int) -> bool:
    """Whether a capital is owed to the place: a sentence, a line or a quotation begins there."""
    at = start
    while at and text[at - 1] in " \u00a0\"“”‘'([*–—-":
        at -= 1
    return at == 0 or text[at - 1] in ".!?:;\n\r\t•…|" or (at < start and text[at] in "\"“‘")
