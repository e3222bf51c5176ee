"""Names that the lists have as a whole, where they stand in a run."""

from collections.abc import Sequence

from extract.names.lexicon import Kind, KnownName, bodies, first_words, groups
from extract.names.proposal import place_of, written
from extract.names.tokens import Token
from models.vocabulary import Label


def known_names(run: Sequence[Token]) -> dict[int, tuple[int, KnownName]]:
    """First word -> (past the last word, the known body or people), the longest names, left to right."""
    found: dict[int, tuple[int, KnownName]] = {}
    longest, at = first_words(), 0
    while at < len(run):
        if size := _place_size(run, at):
            at += size
            continue
        size = longest.get(run[at].word, 0)
        for stop in range(min(len(run), at + size), at, -1):
            name = written(run[at:stop])
            if any(token.possessive for token in run[at:stop - 1]):
                name = with_possessives(run[at:stop])
            if known := bodies().get(name) or groups().get(name):
                if not _stands_alone(run, at, stop, known.label):
                    break
                found[at] = (stop, known)
                at = stop - 1
                break
        at += 1
    return found


def _place_size(run: Sequence[Token], at: int) -> int:
    """How many words a place of several words has that begins here ("United Arab Emirates"), else 0."""
    for stop in range(min(len(run), at + 4), at + 1, -1):
        if any(token.possessive for token in run[at:stop - 1]):
            continue
        found = place_of(run[at:stop])
        if found is not None and found.rank >= 5:
            return stop - at
    return 0


def with_possessives(tokens: Sequence[Token]) -> str:
    name = written(tokens)
    for token in tokens[:-1]:
        if token.possessive:
            name = name.replace(token.word, token.word + ("'" if token.word.endswith("s") else "'s"), 1)
    return name


def _stands_alone(run: Sequence[Token], at: int, stop: int, label: Label) -> bool:
    """A people's name behind a given name is a family's ("Thomas French"); a body's may be a given name ("Dawn")."""
    if label == "ORG":
        begins_person = stop == at + 1 < len(run) and run[stop].gap == " " and run[at].kind & Kind.GIVEN
        return not begins_person
    before = run[at - 1] if at else None
    return before is None or run[at].gap != " " or not before.kind & (Kind.GIVEN | Kind.HONORIFIC | Kind.INITIAL)
