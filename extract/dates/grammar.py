"""Patterns of named parts, compiled: one expression finds where a rule may apply, the rule's own reads its slots."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from extract.dates.words import CAPITALISED, table
from models.rules import RuleError, load

FILES = ("calendar", "periods", "relative")
GAP = r"(?:(?:[^\S\n]{1,3}\n?|\n)[^\S\n]{0,8})"  # white space within one paragraph: one line break at most
LEFT = 48  # how many characters before a match a context may look at

PIECE = re.compile(
    r"(?P<keep>\(\?P[<=]\w+[>)]|\(\?[:=!]|\(\?<[=!]|\\x..|\\.|\[(?:\\.|[^\]\\])*\])"
    r"|\{(?P<part>[a-z_]+)(?:\.(?P<suffix>[a-z_]+))?\}|(?P<word>(?<![A-Za-z])[a-z]+)|(?P<gap> )|(?P<open>\()"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of models/dates, ready to match; `reads` names the reading of its slots."""

    id: str
    reads: str
    source: str
    aside: bool
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first needs it: all of them at once would take half the time of a cold start."""
        return _compiled(self.id, self.source)

    def allows(self, left: str) -> bool:
        """Whether the words before a match let the rule apply."""
        if self.after and not self.after.search(left):
            return False
        if not self.not_after or not self.not_after.search(left):
            return True
        return bool(self.unless_after and self.unless_after.search(left))


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a rule matched, with the words in its slots."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, str]


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
    writings = sorted((w for group in words[name].values() for w in group), key=len, reverse=True)
    spell = _spell_name if name in CAPITALISED else expand
    return f"(?P<{name}{suffix}>{'|'.join(map(spell, writings))})(?![a-z])"


def _spell_name(writing: str) -> str:
    small = len(writing) > 5 or writing in load("dates/words")["small"]
    forms = dict.fromkeys((writing, writing.upper(), *([writing.lower()] if small else [])))
    return "|".join(re.escape(form).replace(r"\ ", GAP) for form in forms)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried. Raises RuleError for a rule that cannot be read."""
    return tuple(_rule(entry) for name in FILES for entry in load(f"dates/{name}")["rule"])


def _rule(entry: Mapping[str, Any]) -> Rule:
    try:
        source = _number_slots(expand(entry["pattern"]))
        contexts = [re.compile(entry[key]) if key in entry else None for key in ("after", "not_after", "unless_after")]
        return Rule(entry["id"], entry["reads"], source, entry.get("aside", False), *contexts)
    except (re.error, KeyError) as error:
        raise RuleError(f"models/dates: rule {entry.get('id', '?')}: {error}") from None


@cache
def _compiled(rule: str, source: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<!\w){source}")
    except re.error as error:
        raise RuleError(f"models/dates: rule {rule}: {error}") from None


def _number_slots(source: str) -> str:
    """A slot may be filled in several places of a pattern: each place gets a number of its own."""
    places = count()
    return re.sub(r"\(\?P<(?!sep)(\w+)>", lambda group: f"(?P<{group[1]}__{next(places)}>", source)


@cache
def _anywhere() -> re.Pattern[str]:
    """All rules as one expression, to be tried at an opening; each alternative ends in a group that tells the rule."""
    sources = [re.sub(r"\(\?P([<=])sep", rf"(?P\1sep{index}", rule.source) for index, rule in enumerate(rules())]
    whole = _unnamed("|".join(f"{one}()" for one in sources))
    try:
        return re.compile(whole)
    except re.error:
        for rule in rules():
            assert rule.pattern  # the broken one says which it is
        raise


@cache
def _opening() -> re.Pattern[str]:
    """Where a date can begin: the search skips to the next letter of a set, and only from there looks around."""
    by_letter = _openings()
    letters = "".join(f"{letter.upper()}{letter}" if letter.islower() else letter for letter in by_letter)
    ways = "|".join(_under_letter(letter, openings) for letter, openings in by_letter.items())
    return re.compile(_unnamed(rf"[{letters.replace(chr(92), chr(92) + 'd')}](?<!\w.)(?<=(?={ways}).)"))


def _openings() -> dict[str, list[str]]:
    """How a date can begin, by first letter."""
    by_letter: dict[str, list[str]] = {}
    feasts = {" ".join(feast.lower().split()[:2]) for feast in table("holiday")}
    for opening in (*load("dates/parts")["openings"], *sorted(feasts)):
        by_letter.setdefault(opening[0], []).append(opening)
    return by_letter


def _under_letter(letter: str, openings: Sequence[str]) -> str:
    """Openings with one first letter, which is tried once; those in figures stay apart."""
    if letter in "\\0123456789":
        return "|".join(map(expand, openings))
    rests = "|".join(map(_expand_rest, openings))
    return f"[{letter.upper()}{letter}](?:{rests})" if letter.islower() else f"{letter}(?:{rests})"


def _expand_rest(opening: str) -> str:
    """An opening without its first letter: the rest of its first word stays as it is written."""
    word = 1
    while word < len(opening) and opening[word].isalpha():
        word += 1
    return opening[1:word] + expand(opening[word:])


def _unnamed(source: str) -> str:
    return re.sub(r"\(\?P<(?!sep)\w+>", "(?:", source)


@cache
def _number_of() -> Mapping[int, int]:
    """The group that closes each alternative of the one expression, with its rule's place."""
    numbers, group = {}, 0
    for index, rule in enumerate(rules()):
        group += rule.source.count("(?P<sep>") + 1
        numbers[group] = index
    return numbers


def scan(text: str) -> Iterator[Found]:
    """Every place where a rule applies, from left to right, none overlapping."""
    position, search, match = 0, _opening().search, _anywhere().match
    while opening := search(text, position):
        start = opening.start()
        hit = match(text, start)
        found = first(text, start, _number_of()[hit.lastindex or 0]) if hit else None
        if found:
            yield found
        position = found.end if found else _next_word(text, start) if hit else start + 1


def first(text: str, start: int, index: int = 0, end: int | None = None) -> Found | None:
    """The first rule from this one on that matches here, before the end, and whose context allows it."""
    left = on_one_line(text[max(0, start - LEFT):start])
    for rule in rules()[index:]:
        match = rule.pattern.match(text, start, len(text) if end is None else end)
        if match and match.end() > start and rule.allows(left):
            slots = {name.split("__")[0]: words for name, words in match.groupdict().items() if words is not None}
            return Found(rule, start, match.end(), slots)
    return None


def on_one_line(words: str) -> str:
    """Words as the contexts write them: the line break in a paragraph is a space like any other."""
    return words.replace("\n", " ") if "\n" in words and "\n\n" not in words else words


def _next_word(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
