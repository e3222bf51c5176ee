"""What a figure is for when it counts nothing: the rules of contexts.toml, each tried only where its words stand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from re import Pattern
from typing import Any

from extract.letters import ByLetters, beginnings, endings, folded
from extract.numbers.draft import Draft
from extract.numbers.figure import Form
from extract.numbers.lexicon import Ahead, Behind, words_file
from models.vocabulary import ClaimKind, Fate

CHUNK_LEFT = re.compile(r"[^\s,;()\[\]\"“”‘<>—]*")
CHUNK_RIGHT = re.compile(r"[^\s,;\[\]\"“”<>—]*")
NEAR = 24  # characters between the figures of a list
REMEMBERED = 20_000  # figures, and letters around them, of which it is remembered which rules may hold
LETTERS = 3  # so many on each side tell most rules apart
WINDOW = 32  # characters before a figure that `left` looks at
DEFAULT_FORMS = ("digits", "index", "fraction")
DEFAULT_KINDS = ("count", "ratio")


@dataclass(frozen=True, slots=True)
class Context:
    """One rule, ready to be tried."""

    id: str
    fate: Fate
    before: frozenset[str] | None
    after: frozenset[str] | None
    number: Pattern[str] | None
    chunk: Pattern[str] | None
    then: Pattern[str] | None
    left: Pattern[str] | None
    right: Pattern[str] | None
    forms: frozenset[Form]
    kinds: frozenset[ClaimKind]
    chain: bool
    guard: str | None
    capital: bool


@dataclass(slots=True)  # a frozen one takes four times as long to make
class Place:
    """What stands around one figure; each side is looked at once."""

    before: str | None
    after: str | None
    chunk: str | None
    capital: bool
    after_end: int
    left: str


@cache
def contexts() -> tuple[Context, ...]:
    """In the order of the file: the first that fits decides."""
    return tuple(_context(row) for row in words_file("contexts")["context"])


def _context(row: dict[str, Any]) -> Context:
    before, after = _phrases(row, "before"), _phrases(row, "after")
    return Context(
        id=row["id"], fate=row["fate"], before=before, after=after, number=_pattern(row, "number"),
        chunk=_pattern(row, "chunk"), then=_pattern(row, "then"), left=_pattern(row, "left"),
        right=_pattern(row, "right"),
        forms=frozenset(row.get("forms", DEFAULT_FORMS)), kinds=frozenset(row.get("kinds", DEFAULT_KINDS)),
        chain=row.get("chain", False), guard=row.get("guard"), capital=row.get("capital", False))


def _pattern(row: dict[str, Any], name: str) -> Pattern[str] | None:
    return re.compile(row[name]) if name in row else None


def _phrases(row: dict[str, Any], name: str) -> frozenset[str] | None:
    """The phrases of a side, its {parts} written out."""
    if name not in row:
        return None
    parts = words_file("contexts")["parts"]
    expanded = (parts[p[1:-1]] if p.startswith("{") else [p] for p in row[name])
    return frozenset(_plain(phrase) for group in expanded for phrase in group)


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().split())


@cache
def _sides() -> tuple[Behind, Ahead]:
    rows = contexts()
    return (Behind(p for row in rows for p in row.before or ()), Ahead(p for row in rows for p in row.after or ()))


@cache
def _chain() -> tuple[Pattern[str], Pattern[str]]:
    chain = words_file("contexts")["chain"]
    return re.compile(chain["joints"], re.IGNORECASE), re.compile(chain["follow"])


@cache
def _guard() -> Pattern[str]:
    return re.compile(words_file("contexts")["chain"]["counted"])


def place(text: str, new: Draft) -> Place:
    """The phrase before and behind the figure, and the unbroken run of characters around it where there is one."""
    behind, ahead = _sides()
    before, after = behind.match(text, new.core_start), ahead.match(text, new.end)
    if before is not None and "\n\n" in text[before[0]:new.core_start]:
        before = None  # the word ends another paragraph
    left = CHUNK_LEFT.match(text[max(0, new.core_start - 60):new.core_start][::-1])
    right = CHUNK_RIGHT.match(text, new.core_end, new.core_end + 60)
    core = text[new.core_start:new.core_end]
    run = (left[0][::-1] if left else "") + core + (right[0] if right else "")
    run = run.strip(".:,!?'’‘*").rstrip("-–—").removesuffix("'s").removesuffix("’s")
    while run.endswith(")") and run.count(")") > run.count("("):
        run = run[:-1].rstrip(".:,")
    capital = before is not None and text[before[0]:before[0] + 2].strip()[:1].isupper()
    return Place(before and before[1], after and after[1], run if core in run and run != core else None, capital,
                 after[0] if after else new.end, text[max(0, new.core_start - WINDOW):new.core_start])


def classify(text: str, new: Draft, last: Draft | None, chained: bool) -> bool:
    """Sets the fate and its rule; returns whether the fate goes on to the next figures of a list."""
    if last is not None and chained and _goes_on(text, last, new):
        new.fate, new.rule = last.fate, last.rule
        return True
    around = place(text, new)
    start, end = new.core_start, new.end
    fitting = (
        _plainly(new.form, new.kind, around.before, around.after, around.chunk is not None)
        & _shaped(text[start:new.core_end])
        & _behind_letters(text[max(0, start - LETTERS - 1):start]) & _before_letters(text[end:end + LETTERS]))
    for row in _rows(fitting):
        if _fits(text, new, row, around):
            new.fate, new.rule = row.fate, row.id
            return row.chain
    return False


# What may hold at a place is told by four sets of rules, each remembered by what it depends on; a set is the bits of
# the rules' places in the file, so that only the few are tried that are in all four.


def _set_of(holds: Callable[[Context], bool]) -> int:
    return sum(1 << place for place, row in enumerate(contexts()) if holds(row))


@lru_cache(maxsize=REMEMBERED)
def _rows(rules: int) -> tuple[Context, ...]:
    """The rules of a set, in their order."""
    return tuple(row for place, row in enumerate(contexts()) if rules >> place & 1)


@cache
def _plainly(form: Form, kind: ClaimKind, before: str | None, after: str | None, chunked: bool) -> int:
    """The rules whose simple conditions hold."""
    return _set_of(lambda row: (
        form in row.forms and kind in row.kinds
        and (row.before is None or before in row.before)
        and (row.after is None or after in row.after)
        and (row.chunk is None or chunked)))


@lru_cache(maxsize=REMEMBERED)
def _shaped(figure: str) -> int:
    """The rules that a figure's own shape allows; few patterns serve many rules."""
    patterns = {row.number for row in contexts() if row.number is not None}
    fitting = {None, *(pattern for pattern in patterns if pattern.fullmatch(figure))}
    return _set_of(lambda row: row.number in fitting)


@lru_cache(maxsize=REMEMBERED)
def _behind_letters(letters: str) -> int:
    """The rules whose `left` may end with these letters; `$` also fits before a last line break."""
    written = folded(letters)[::-1]
    return _lefts().fitting(written[:LETTERS]) | (_lefts().fitting(written[1:]) if letters[-1:] == "\n" else 0)


@lru_cache(maxsize=REMEMBERED)
def _before_letters(letters: str) -> int:
    """The rules whose `right` may begin with these letters."""
    return _rights().fitting(folded(letters))


@cache
def _lefts() -> ByLetters:
    return ByLetters(row.left and endings(row.left.pattern, LETTERS) for row in contexts())


@cache
def _rights() -> ByLetters:
    return ByLetters(row.right and beginnings(row.right.pattern, LETTERS) for row in contexts())


def _fits(text: str, new: Draft, row: Context, around: Place) -> bool:
    """Whether what no look-up tells holds too; what begins at one place is asked before what is searched for."""
    if row.capital and not around.capital:
        return False
    if row.chunk is not None and (around.chunk is None or not row.chunk.fullmatch(around.chunk)):
        return False
    if row.then is not None and not row.then.match(text, around.after_end):
        return False
    if row.right is not None and not row.right.match(text, new.end):
        return False
    if row.left is not None and not row.left.search(around.left):
        return False
    if row.guard == "strict":
        return _chain()[1].match(text, new.end) is not None
    return row.guard is None or _guard().match(text, new.end) is None


def _goes_on(text: str, last: Draft, new: Draft) -> bool:
    """ "Articles 6 and 13", "paras. 4, 7-9"."""
    joints, follow = _chain()
    if new.form not in DEFAULT_FORMS or new.kind not in DEFAULT_KINDS or new.core_start - last.end > NEAR:
        return False
    if joints.fullmatch(text, last.end, new.core_start) is None:
        return False
    if re.search(r",|of", text[last.end:new.core_start]):
        return follow.match(text, new.core_end) is not None
    return _guard().match(text, new.core_end) is None
