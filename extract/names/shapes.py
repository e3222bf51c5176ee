"""What a name's own words say of it: the properties that rules of models/names/context.toml ask for."""

from collections.abc import Callable, Sequence

from extract.names.lexicon import TITLE, Kind, kind, words
from extract.names.proposal import Proposal, written
from extract.names.tables import place
from extract.names.tokens import Token


def _given_first(proposal: Proposal) -> float:
    first = proposal.tokens[0]
    if len(proposal.tokens) < 2 or not first.kind & Kind.GIVEN:
        return 0
    found, last = place(first.word), proposal.tokens[-1]
    if found and found.rank >= 4 and not last.kind & (Kind.GIVEN | Kind.SURNAME):
        return 0.3
    return 0.4 if found and first.kind & Kind.COMMON else 1


def _given_alone(proposal: Proposal) -> float:
    only = proposal.tokens[0]
    if len(proposal.tokens) > 1 or not only.kind & Kind.GIVEN or proposal.place:
        return 0
    return 0.3 if only.kind & Kind.COMMON else 1


def _initials(proposal: Proposal) -> float:
    tokens = proposal.tokens
    if "." in tokens[0].word[:-2] and tokens[0].word[-1].islower():
        return 1
    if len(tokens) > 1 and _anonymised(tokens):
        return 0.8
    if len(tokens) < 2 or (tokens[-1].kind & (Kind.INITIAL | Kind.CAPITALS) and not tokens[-1].word.isalpha()):
        return 0
    return float(any(token.kind & Kind.INITIAL for token in tokens[:-1]))


def _anonymised(tokens: Sequence[Token]) -> bool:
    """"Orlan B.": a family name cut to its letter."""
    last = tokens[-1]
    return bool(last.kind & Kind.INITIAL) and len(last.word) <= 2 and not any(
        token.kind & (Kind.COMMON | Kind.CAPITALS | Kind.FUNCTION) for token in tokens[:-1])


def _particle(proposal: Proposal) -> float:
    return float(any(token.gap.startswith("~") for token in proposal.tokens[1:]) or (
        len(proposal.tokens) > 1 and "-" in proposal.tokens[-1].word[:4] and proposal.tokens[-1].word[:2].islower()))


def _family_last(proposal: Proposal) -> float:
    tokens = proposal.tokens
    return float(len(tokens) > 1 and bool(tokens[-1].kind & Kind.SURNAME))


def _family_ending(proposal: Proposal) -> float:
    last = proposal.tokens[-1]
    if last.kind & Kind.COMMON or len(last.word) < 6:
        return 0
    ends = last.word.endswith(tuple(words("persons", "endings")))
    return (1 if len(proposal.tokens) > 1 else 0.4) if ends else 0


def _unknown_words(proposal: Proposal) -> float:
    tokens = proposal.tokens
    if tokens[0].word in words("places", "articles"):
        tokens = tokens[1:]  # "Al Dorva": one word, as often a place
    return float(2 <= len(tokens) <= 4 and all(_unknown(token) for token in tokens))


def _unknown(token: Token) -> bool:
    other = Kind.COMMON | Kind.CAPITALS | Kind.FUNCTION | TITLE | Kind.INITIAL
    return not token.kind & other and not any(map(str.isdigit, token.word))


def _common_words(proposal: Proposal) -> float:
    """How many; a common word as the family name ("George Shearing") counts half."""
    names = Kind.GIVEN | Kind.SURNAME | TITLE
    tokens = proposal.tokens
    found = sum(1 for token in tokens if token.kind & Kind.COMMON and not token.kind & names)
    return 0.5 if found == 1 and _begins_person(tokens) and not tokens[-1].kind & names else float(found)


def _begins_person(tokens: Sequence[Token]) -> bool:
    """A given name that is nothing else, with another word behind it."""
    first = tokens[0]
    return len(tokens) > 1 and first.kind & (Kind.GIVEN | Kind.COMMON | TITLE) == Kind.GIVEN and not place(first.word)


def _acronym(proposal: Proposal) -> float:
    word = proposal.tokens[0].word
    if len(proposal.tokens) > 1 or not 2 <= len(word) <= 10:
        return 0
    letters = word.replace("-", "").replace("/", "").replace(".", "").replace("&", "")
    capitals = sum(map(str.isupper, letters))
    if proposal.tokens[0].kind & Kind.COMMON or _is_large_place(proposal):
        return 0
    if capitals < 2 or capitals < len(letters) - 1 or not letters.isalpha() or proposal.heading:
        return 0
    return min(1.4, 0.25 + 0.3 * len(letters))


def _is_large_place(proposal: Proposal) -> bool:
    """ "LAGOS" at the head of a dateline is the city."""
    return proposal.place is not None and proposal.place.rank >= 4


def _place_first(proposal: Proposal) -> float:
    tokens = proposal.tokens
    return float(len(tokens) > 1 and not tokens[-1].kind & (Kind.GIVEN | Kind.SURNAME) and any(
        place(" ".join(token.word for token in tokens[:size])) for size in (1, 2) if size < len(tokens)))


def _team(proposal: Proposal) -> float:
    """ "Dorva Tigers": a town or a state with a plural behind it."""
    tokens = proposal.tokens
    last = tokens[-1]
    if not 2 <= len(tokens) <= 4 or not last.word.endswith("s") or not last.kind & Kind.COMMON:
        return 0
    plural = last.word.lower()
    if plural.endswith(("ss", "us", "is")) or plural in words("organisations", "no_team"):
        return 0
    return float(any(place(written(tokens[:size])) for size in range(1, len(tokens))))


def _title(proposal: Proposal) -> float:
    first = proposal.tokens[0]
    if proposal.title in words("persons", "firms"):
        return 0
    if _all_common(proposal) and not (kind(proposal.title) & Kind.HONORIFIC or first.kind & Kind.SURNAME):
        return 0
    acronym = first.kind & Kind.CAPITALS and not first.kind & Kind.INITIAL and len(first.word) < 5
    if acronym and len(proposal.tokens) == 1:
        return 0
    return float(bool(proposal.title))


def _firm_title(proposal: Proposal) -> float:
    return float(proposal.title in words("persons", "firms"))


def _all_common(proposal: Proposal) -> float:
    known = Kind.COMMON | Kind.INITIAL | TITLE
    return float(not proposal.place and all(
        token.kind & known and not token.kind & Kind.GIVEN for token in proposal.tokens))


def _office_words(proposal: Proposal) -> float:
    if kind(proposal.title) & Kind.HONORIFIC and proposal.tokens[0].kind & Kind.INITIAL:
        return 0  # "Mr N."
    return float(_all_common(proposal) and not any(token.kind & Kind.SURNAME for token in proposal.tokens))


def _office_last(proposal: Proposal) -> float:
    """"Harbour Commissioner": an office, though its first word is unknown."""
    last = proposal.tokens[-1].kind
    return float(len(proposal.tokens) > 1 and bool(last & TITLE) and not last & (Kind.GIVEN | Kind.SURNAME))


def _initials_only(proposal: Proposal) -> float:
    return float(not proposal.place and all(token.kind & Kind.INITIAL for token in proposal.tokens))


def _unknown_alone(proposal: Proposal) -> float:
    only = proposal.tokens[0]
    return float(len(proposal.tokens) == 1 and _unknown(only) and not only.opens and not proposal.place and (
        len(only.word) > 2 and not only.word.endswith(".")))


def _mixed_words(proposal: Proposal) -> float:
    """Unknown words with a common word last, none of them a person's."""
    tokens = proposal.tokens
    last = tokens[-1]
    if not 2 <= len(tokens) <= 4 or not last.kind & Kind.COMMON or tokens[0].opens or _begins_person(tokens):
        return 0
    if last.word in words("persons", "suffixes"):
        return 0
    return float(any(_unknown(token) for token in tokens[:-1]) and not last.kind & (Kind.GIVEN | Kind.SURNAME | TITLE))


SHAPES: dict[str, Callable[[Proposal], float]] = {
    "firm-title": _firm_title, "all-common": _all_common, "office-words": _office_words,
    "initials-only": _initials_only, "office-last": _office_last,
    "given-first": _given_first, "given-alone": _given_alone, "initials": _initials, "particle": _particle,
    "family-last": _family_last, "family-ending": _family_ending, "unknown-words": _unknown_words,
    "common-words": _common_words, "acronym": _acronym,
    "unknown-alone": _unknown_alone, "mixed-words": _mixed_words, "place-first": _place_first, "title": _title,
    "team": _team,
}
