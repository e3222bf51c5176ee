"""The persons that a document names, and every form of their names."""

import re
from collections.abc import Iterable, Iterator

from models import Extraction, rules

PERSONS = ("PERSON", "JUDGE", "LAWYER", "PARTY")
KEPT = ("DATE", "GPE", "LOC", "FAC")  # where a single word of a name stands in one of these, it names no person
SHORTEST = 3  # letters of a part of a name that is looked for by itself
WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")

Span = tuple[int, int]


class People:
    """The label of each person, numbered in the order in which an export meets them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def label(self, name: str) -> str:
        """The one label of this name, however it is written."""
        key = " ".join(WORD.findall(name.casefold()))
        return f"[Person {self._numbers.setdefault(key, len(self._numbers) + 1)}]"


def persons(found: Extraction) -> dict[str, str]:
    """Each name as it is written in the document or on its card, with the person's full name."""
    named = {
        mention.text: mention.canonical for mention in found.mentions
        if mention.label in PERSONS and _is_person(mention.label, mention.canonical)
    }
    if found.case:
        called = [name for party in found.case.parties for name in (party.name, party.formerly) if name]
        parties = [name for name in called if _is_person("PARTY", name)]
        for name in (*found.case.judges, *found.case.lawyers, *parties):
            named.setdefault(name, name)
    return _joined(named)


def _joined(named: dict[str, str]) -> dict[str, str]:
    """A single word that is a part of just one fuller name in the document is that person's ("BRANDT", Orla Brandt)."""
    whole_of: dict[str, set[str]] = {}
    for whole in named.values():
        if " " in whole:
            for part in _parts(whole):
                whole_of.setdefault(part.casefold(), set()).add(whole)
    fuller = {part: next(iter(wholes)) for part, wholes in whole_of.items() if len(wholes) == 1}
    return {text: fuller.get(whole.casefold(), whole) for text, whole in named.items()}


def forms(named: dict[str, str]) -> dict[str, str]:
    """Every form to look for, with the person's full name: names as written, in capitals or not, and telling parts."""
    parts = {part: whole for text, whole in named.items() for part in (*_parts(whole), *_parts(text))}
    found: dict[str, str] = {}
    for text, whole in (parts | named | {whole: whole for whole in named.values()}).items():
        form = " ".join(text.split())
        found[form] = found[form.upper()] = whole
        if form.isupper():
            found[form.title()] = whole
    return found


def kept(found: Extraction) -> Iterator[Span]:
    """Where dates, places and numbers stand: a redaction must not change them."""
    for mention in found.mentions:
        if mention.label in KEPT:
            yield mention.start, mention.end
    for numeral in found.numerals:
        yield numeral.start, numeral.end


def _parts(name: str) -> Iterable[str]:
    left_out = rules.word_set("words/redaction", "parts")
    return (
        part for part in WORD.findall(name)
        if len(part) >= SHORTEST and not part.islower() and part.casefold() not in left_out
    )


def _is_person(label: str, name: str) -> bool:
    """A party can be a state or a body: those are no persons."""
    words = {word.casefold() for word in WORD.findall(name)}
    return bool(words) and (label != "PARTY" or words.isdisjoint(rules.word_set("words/redaction", "bodies")))
