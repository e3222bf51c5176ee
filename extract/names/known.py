"""Names that the lists have as a whole, where they stand in a run."""

from collections.abc import Sequence

from extract.names.lexicon import Kind, KnownName, bodies, first_words, groups, long_places
from extract.names.proposal import place_of, with_possessives, written
from extract.names.tables import place
from extract.names.tokens import Token
from models.vocabulary import Label


def known_names(run: Sequence[Token]) -> dict[int, tuple[int, KnownName]]:
    """First word -> (past the last word, the known body or people), the longest names, left to right."""
    found: dict[int, tuple[int, KnownName]] = {}
    longest, at = first_words(), 0
    while at < len(run):
        if size := _place_size(run, at):
            found[at] = (at + size, KnownName("GPE", ""))
            at += size
            continue
        size = longest.get(run[at].word, 1 if "-" in run[at].word else 0)
        for stop in range(min(len(run), at + size), at, -1):
            name = written(run[at:stop])
            if any(token.possessive for token in run[at:stop - 1]):
                name = with_possessives(run[at:stop])
            if known := bodies().get(name) or _people(name):
                if not _stands_alone(run, at, stop, known.label):
                    break
                found[at] = (stop, known)
                at = stop - 1
                break
        at += 1
    return found


def _people(name: str) -> KnownName | None:
    """The people of that name; "Afro-Cuban" are of the second part's."""
    if known := groups().get(name):
        return known
    first, _, last = name.rpartition("-")
    return groups().get(last) if first and first.isalpha() and last[:1].isupper() else None


def _place_size(run: Sequence[Token], at: int) -> int:
    """How many words a place of several words has that begins here ("United Arab Emirates"), else 0."""
    for stop in range(min(len(run), at + long_places().get(run[at].word, 3)), at + 1, -1):
        found = place_of(run[at:stop])
        if found is not None and found.rank >= 5:
            return stop - at
    return 0


def _stands_alone(run: Sequence[Token], at: int, stop: int, label: Label) -> bool:
    """A name behind a given name is a family's ("Thomas French"); a body's may be a given name ("Dawn")."""
    before = run[at - 1] if at and run[at].gap == " " else None
    if label == "ORG":
        goes_on = stop < len(run) and run[stop].gap == " " and (
            run[at].kind & Kind.GIVEN if stop == at + 1 else run[at].word == "The")  # "The Independent Police Panel"
        return not goes_on and not (before and stop == at + 1 and _names_person(before, run[at]))
    if before is None or (before.word == "A" and before.opens):  # "A Kenyan farmer"
        return True
    if place(f"{before.word} {run[at].word}"):  # "Tal Afar"
        return False
    return not before.kind & (Kind.GIVEN | Kind.HONORIFIC | Kind.INITIAL)


def _names_person(given: Token, family: Token) -> bool:
    """ "Omar Sears": a given name before a word that is no acronym."""
    return bool(given.kind & (Kind.GIVEN | Kind.HONORIFIC)) and not family.kind & Kind.CAPITALS
