"""Places that no list knows, found by the words that only a place has: "at Wend", "the market of Marn".

They fill the place slot; a name found so once counts wherever it stands in the document.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from string import ascii_letters

from extract.names.lexicon import Kind, kind
from models import Block, Document, Mention
from models.rules import load, word_set

NAME = r"[A-Z][^\W\d_]*[a-z][\w’'-]*(?: (?:(?:el|al|de|del|la|le|sur|upon) )?[A-Z][^\W\d_]*[a-z][\w’'-]*){0,2}"
NO_NAME = Kind.FUNCTION | Kind.HONORIFIC | Kind.OFFICE
LISTED = re.compile(rf" \([\d,]+\)(?:, and |, | and )({NAME})(?= \([\d,]+\))")
CAPITAL = re.compile(r" (?=[A-Z])")
LEADS = ("in", "at", "near", "outside", "inside", "around")
LONGEST = 20  # letters
RULE = "place-by-its-neighbours"


def unknown_places(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with label GPE for places that are none yet, in order."""
    taken = _Taken(mentions)
    text = document.text
    names = {name for block in document.blocks for name in _named(text, block, taken)}
    if not names:
        return []
    writings = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?![\w-])")
    found = [Mention("GPE", m.start(), m.end(), m[0], m[0], RULE) for m in writings.finditer(text)]
    return [place for place in found if taken.is_free(place.start, place.end)]


class _Taken:
    """The mentions by where they stand. A person's name may be read again as a place; other names stay."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def is_free(self, start: int, end: int) -> bool:
        near = self._mentions[max(0, bisect_right(self._starts, start) - 2) : bisect_right(self._starts, end)]
        return all(
            mention.end <= start or end <= mention.start or (mention.label == "PERSON" and mention.end == end)
            for mention in near
        )


def _named(text: str, block: Block, taken: _Taken) -> Iterator[str]:
    """The names of a block that its words show to be places."""
    if block.kind not in ("paragraph", "list_item", "caption"):
        return
    label = _patterns()[1].match(text, block.start, block.end)
    found = [*_located(text, block), *([label] if label else [])]
    found += [row for match in found for row in _listed(text, match.end(1), block.end)]
    for match in found:
        start, end = match.span(1)
        if match is label and kind(match[1].split()[0]) & Kind.COMMON:
            continue  # "Killed: 12", "Deaths: 9"
        if _may_be_place(text, start, end) and taken.is_free(start, end):
            yield match[1]


def _located(text: str, block: Block) -> Iterator[re.Match[str]]:
    """The names behind such words. It leaps from capital to capital, of which few stand behind one."""
    located, leads = _patterns()[0], _leads()
    at = block.start
    for capital in CAPITAL.finditer(text, block.start, block.end):
        end = capital.start()
        start, word = _word_before(text, end)
        if word == "the":
            end = start - 1
            _, word = _word_before(text, end)
        starts = [_start_of(text, end, words) for words in leads.get(word, ())]
        matches = (located.match(text, start, block.end) for start in starts if start >= at)
        if match := next(filter(None, matches), None):
            yield match
            at = match.end()


def _start_of(text: str, end: int, words: int) -> int:
    """Where so many words begin that end here."""
    start, _ = _word_before(text, end)
    return start if words == 1 else _start_of(text, start - 1, words - 1)


def _word_before(text: str, end: int) -> tuple[int, str]:
    """Where the word that ends here begins, and the word; none that places stand behind is longer than LONGEST."""
    before = text[max(0, end - LONGEST) : end]
    size = len(before) - len(before.rstrip(ascii_letters))
    return end - size, before[len(before) - size :]


def _listed(text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """The further names of "in Arbin (12), Soum (9) and Delta (4)"."""
    while (match := LISTED.match(text, at, end)) is not None:
        yield match
        at = match.end(1)


def _may_be_place(text: str, start: int, end: int) -> bool:
    """No month, title or word that the text also writes small; no owner of something, no number behind it."""
    words = text[start:end].split()
    if any(kind(word) & NO_NAME or word in word_set("words/slots", "no_place") for word in words):
        return False
    if re.match(r"['’]s\b| \d| [a-z]+ (?:said|says|told)\b", text[end : end + 24]):
        return False
    common = len(words) == 1 and kind(words[0]) & Kind.COMMON
    return not common or re.search(rf"\b{re.escape(words[0].lower())}\b", text) is None


@cache
def _leads() -> dict[str, tuple[int, ...]]:
    """The last word of all that places stand behind -> of how many words it may be the last, most first."""
    words = load("words/slots")
    sizes: dict[str, set[int]] = {}
    nouns = [f"{noun} of" for noun in words["holders"]]
    for phrase in (*LEADS, *map(str.capitalize, LEADS), *nouns, *words["shelled"]):
        sizes.setdefault(phrase.split()[-1], set()).add(len(phrase.split()))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in sizes.items()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Behind a preposition of place or "the market of"; at the head of an item, behind its date, before a colon."""
    nouns = "|".join(load("words/slots")["holders"])
    shelled = "|".join(load("words/slots")["shelled"])
    leads = "|".join(f"[{lead[0].upper()}{lead[0]}]{lead[1:]}" for lead in LEADS)
    before = rf"{leads}|(?:{nouns}) of|{shelled}"
    located = rf"(?<![\w-])(?:{before}) (?:the )?({NAME})(?![\w’'-])"
    labelled = rf"(?:[-•*] )?(?:\d{{1,2}} \w+(?: \d{{4}})?, )?({NAME}):"
    return re.compile(located), re.compile(labelled)
