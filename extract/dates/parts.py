"""The named parts of date patterns as regular expressions: what {month} and a space stand for."""

import re
from functools import cache

from extract.alternation import tree_of
from extract.dates.words import CAPITALISED
from models.rules import RuleError, load

GAP = r"(?:(?:[^\S\n]{1,3}\n?|\n)[^\S\n]{0,8})"  # white space within one paragraph: one line break at most

PIECE = re.compile(
    r"(?P<keep>\(\?P[<=]\w+[>)]|\(\?[:=!]|\(\?<[=!]|\\x..|\\.|\[(?:\\.|[^\]\\])*\])"
    r"|\{(?P<part>[a-z_]+)(?:\.(?P<suffix>[a-z_]+))?\}|(?P<word>(?<![A-Za-z])[a-z]+)|(?P<gap> )|(?P<open>\()"
)


def expand(pattern: str, suffix: str = "") -> str:
    """A pattern as a regular expression: parts put in, a space as white space, each word also with a capital."""
    return PIECE.sub(lambda piece: _expand_piece(piece, suffix), pattern)


def _expand_piece(piece: re.Match[str], suffix: str) -> str:
    if keep := piece["keep"]:
        return re.sub(r"(?<=\(\?P[<=])\w+", lambda name: name[0] + suffix, keep)
    if part := piece["part"]:
        return _part(part, (f"_{piece['suffix']}" if piece["suffix"] else "") + suffix)
    if word := piece["word"]:
        return f"[{word[0].upper()}{word[0]}]{word[1:]}"
    return GAP if piece["gap"] else "(?:"


def _part(name: str, suffix: str) -> str:
    if name == "_":
        return GAP
    parts, words = load("dates/parts"), load("dates/words")
    if name in parts:
        return expand(parts[name], suffix)
    if name not in words:
        raise RuleError(f"models/dates: no part is named {{{name}}}")
    return f"(?P<{name}{suffix}>{_writings(name)})(?![a-z])"


@cache
def _writings(name: str) -> str:
    """Any of the writings of a table of words."""
    spell = _spell_name if name in CAPITALISED else _spell
    groups = load("dates/words")[name].values()
    return tree_of(phrase for group in groups for writing in group for phrase in spell(writing))


def _spell(writing: str) -> list[list[str]]:
    """The patterns of a phrase's letters, each word also with a capital."""
    return [[_letter(writing, place) for place in range(len(writing))]]


def _letter(writing: str, place: int) -> str:
    letter, before = writing[place], writing[:place][-1:]
    opens = letter.islower() and not before.isalpha()
    return GAP if letter == " " else f"[{letter.upper()}{letter}]" if opens else re.escape(letter)


def _spell_name(writing: str) -> list[list[str]]:
    """A name as it is, in capitals, and where it is no other word also small."""
    small = len(writing) > 5 or writing in load("dates/words")["small"]
    forms = dict.fromkeys((writing, writing.upper(), *([writing.lower()] if small else [])))
    return [[GAP if letter == " " else re.escape(letter) for letter in form] for form in forms]
