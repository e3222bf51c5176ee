"""Patterns of named parts, compiled: one expression finds where a date may begin, a rule's own reads its slots."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import count
from typing import Any

from extract.alternation import tree_of
from extract.dates.beginnings import OPEN, REACH, beginnings, folded
from extract.dates.words import CAPITALISED, table
from models.rules import RuleError, load

FILES = ("calendar", "periods", "relative")
GAP = r"(?:(?:[^\S\n]{1,3}\n?|\n)[^\S\n]{0,8})"  # white space within one paragraph: one line break at most
REMEMBERED = 20_000  # beginnings of which it is remembered what rules have them
LEFT = 48  # how many characters before a match a context may look at

PIECE = re.compile(
    r"(?P<keep>\(\?P[<=]\w+[>)]|\(\?[:=!]|\(\?<[=!]|\\x..|\\.|\[(?:\\.|[^\]\\])*\])"
    r"|\{(?P<part>[a-z_]+)(?:\.(?P<suffix>[a-z_]+))?\}|(?P<word>(?<![A-Za-z])[a-z]+)|(?P<gap> )|(?P<open>\()"
)


@dataclass(frozen=True)
class Rule:
    """One rule of models/dates, ready to match; `reads` names the reading of its slots."""

    id: str
    reads: str
    source: str
    beginnings: frozenset[str]
    aside: bool
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first needs it: all of them at once would take a tenth of a cold start."""
        try:
            return re.compile(rf"(?<!\w){self.source}")
        except re.error as error:
            raise RuleError(f"models/dates: rule {self.id}: {error}") from None

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


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried. Raises RuleError for a rule that cannot be read."""
    return tuple(_rule(entry) for name in FILES for entry in load(f"dates/{name}")["rule"])


def _rule(entry: Mapping[str, Any]) -> Rule:
    try:
        source = _number_slots(expand(entry["pattern"]))
        contexts = [re.compile(entry[key]) if key in entry else None for key in ("after", "not_after", "unless_after")]
        aside, opens = entry.get("aside", False), beginnings(entry["pattern"])
        return Rule(entry["id"], entry["reads"], source, opens, aside, *contexts)
    except (re.error, KeyError) as error:
        raise RuleError(f"models/dates: rule {entry.get('id', '?')}: {error}") from None


def _number_slots(source: str) -> str:
    """A slot may be filled in several places of a pattern: each place gets a number of its own."""
    places = count()
    return re.sub(r"\(\?P<(?!sep)(\w+)>", lambda group: f"(?P<{group[1]}__{next(places)}>", source)


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
    feasts = {" ".join(feast.lower().split()[:3]) for feast in table("holiday")}
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


@lru_cache(maxsize=REMEMBERED)
def _candidates(letters: str) -> tuple[Rule, ...]:
    """The rules that can begin with these letters, in their order; all of them where a wide gap hides what follows."""
    written, by_beginning = folded(letters), _by_beginning()
    if "  " in written:
        return rules()
    places = {place for size in range(len(written) + 1) for place in by_beginning.get(written[:size], ())}
    return tuple(rules()[place] for place in sorted(places))


@cache
def _by_beginning() -> Mapping[str, Sequence[int]]:
    """Every beginning, with the places of the rules that have it."""
    found: dict[str, list[int]] = {}
    for place, rule in enumerate(rules()):
        for beginning in rule.beginnings:
            found.setdefault(beginning.rstrip(OPEN), []).append(place)
    return found


def scan(text: str) -> Iterator[Found]:
    """Every place where a rule applies, from left to right, none overlapping."""
    position, search = 0, _opening().search
    while opening := search(text, position):
        start = opening.start()
        found = first(text, start)
        if found:
            yield found
        position = found.end if found else start + 1


def first(text: str, start: int, end: int | None = None) -> Found | None:
    """The first rule that matches here, before the end, and whose context allows it."""
    left = None
    stop = len(text) if end is None else end
    for rule in _candidates(text[start:start + REACH]):
        match = rule.pattern.match(text, start, stop)
        if match and match.end() > start:
            if left is None:
                left = on_one_line(text[max(0, start - LEFT):start])
            if rule.allows(left):
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
