"""A run cut into proposals: each a span that may be a name, with what it is by its own words."""

from collections.abc import Iterator, Sequence

from extract.names.fronts import Bounds
from extract.names.known import known_names
from extract.names.lexicon import HEADS, TITLE, Kind, KnownName, first_words, words
from extract.names.organisations import headed
from extract.names.proposal import Proposal, place_of, with_possessives, written
from extract.names.tables import place
from extract.names.tokens import Token
from models.rules import load


def proposals(run: list[Token]) -> Iterator[Proposal]:
    """The run's proposals from left to right; they do not overlap."""
    if len(run) == 1 and run[0].kind & Kind.FUNCTION and run[0].word not in first_words():
        return
    known = known_names(run)
    heads = [bounds for bounds in headed(run) if not _inside_known(bounds, known)]
    at = 0
    while at < len(run):
        bounds = next((b for b in heads if b[0] <= at < b[1]), None)
        body = known.get(at)
        if body is not None and not (bounds and bounds[1] > body[0] and bounds[0] <= at and bounds[1] - bounds[0]
                                     > body[0] - at):
            yield _known_proposal(run[at:body[0]], body[1])
            at = body[0]
        elif bounds is not None and at == bounds[0]:
            yield from _headed_proposal(run, bounds)
            at = bounds[1]
        else:
            stop = min([*(b[0] for b in heads if b[0] > at), *(k for k in known if k > at), len(run)])
            stop = _chunk_end(run, at, stop)
            of_office = at and run[at - 1].kind & Kind.OFFICE and run[at].gap in ("of", "of the")
            yield from _chunk(*_behind_office(run[at:stop], run[at - 1].word if of_office else ""))
            at = stop


def _known_proposal(tokens: list[Token], known: KnownName) -> Proposal:
    if known.label == "GPE":
        return Proposal(tokens, place=place_of(tokens), rule="gazetteer")
    rule = "known-body" if known.label == "ORG" else "demonym"
    return Proposal(tokens, known.label, rule, known.canonical, fixed=True)


def _inside_known(bounds: Bounds, known: dict[int, tuple[int, KnownName]]) -> bool:
    """A head inside a known body is that body's own, unless the name with the head goes on further."""
    return any(first <= bounds[0] and bounds[1] <= past for first, (past, _) in known.items())


def _headed_proposal(run: list[Token], bounds: Bounds) -> Iterator[Proposal]:
    start, end, label, rule = bounds
    tokens = run[start:end]
    found = place_of(tokens)
    if found is not None and rule != "place-front" and (label == "GPE" or found.rank >= 5):
        yield Proposal(tokens, place=found, rule="gazetteer")
        return
    if label == "GPE" and len(tokens) > 1 and tokens[1].gap == "of" and place_of(tokens[1:]):
        yield Proposal(tokens[1:], place=place_of(tokens[1:]), rule="gazetteer")
        return
    yield Proposal(tokens, label, rule, with_possessives(tokens))


def _chunk_end(run: Sequence[Token], at: int, stop: int) -> int:
    """Words side by side, or joined by a particle, or by "of" inside a place that the gazetteer has."""
    end = at + 1
    while end < stop:
        gap = run[end].gap
        if run[end - 1].possessive or not (gap == " " or gap.startswith("~") or _place_across(run, at, end)):
            break
        end += 1
    return end


def _place_across(run: Sequence[Token], at: int, end: int) -> bool:
    stop = end + 1
    while stop < len(run) and stop < end + 3 and run[stop].gap == " ":
        if place(written(run[at:stop + 1])):
            return True
        stop += 1
    return place(written(run[at:end + 1])) is not None


def _behind_office(tokens: Sequence[Token], office: str) -> tuple[Sequence[Token], str]:
    """ "Secretary of the Treasury Ola Brevik": the words of the office are taken off, the office is the title."""
    size = 0
    while office and size < len(tokens) and tokens[size].kind & (Kind.COMMON | HEADS) and not (
            tokens[size].kind & (Kind.GIVEN | TITLE)):
        size += 1
    known = not office or not 0 < size < len(tokens) or place_of(tokens) is not None
    return (tokens, "") if known else (tokens[size:], office)


def _chunk(tokens: Sequence[Token], title: str = "") -> Iterator[Proposal]:
    """Titles, small words and places at its ends are taken off; what is left is one proposal."""
    if tokens[0].word in words("words", "ships"):
        return
    while tokens:
        first = tokens[0]
        found = place_of(tokens)
        if found is not None and not (title and found.kind != "country"):
            yield Proposal(tokens, place=found, rule="gazetteer", title=title)
            return
        if not title and (size := _leading_place(tokens)) > 1:
            yield Proposal(tokens[:size], place=place_of(tokens[:size]), rule="gazetteer")
            tokens = tokens[size:]
        elif size := _compass_place(tokens):
            yield Proposal(tokens[:size], "GPE", "place-compass", written(tokens[:size]))
            tokens = tokens[size:]
        elif first.word in words("places", "heads.kind_words") and len(tokens) > 1 and not tokens[1].kind & Kind.COMMON:
            yield Proposal(tokens[1:], "GPE", "place-kind-word", written(tokens[1:]))
            return
        elif _is_title(tokens):
            title, tokens = first.word, tokens[1:]
        elif first.kind & Kind.FUNCTION and not (first.kind & Kind.GIVEN and len(tokens) > 1 and not first.opens):
            title, tokens = "", tokens[1:]
        elif (size := _leading_place(tokens)) and not title:
            yield Proposal(tokens[:size], place=place_of(tokens[:size]), rule="gazetteer")
            tokens = tokens[size:]
        elif first.opens and first.kind & Kind.COMMON and not title and not first.kind & (Kind.GIVEN | Kind.SURNAME):
            tokens = tokens[1:]
        else:
            break
    if tokens and tokens[-1].word not in words("organisations", "texts") | words("persons", "firms"):
        yield from _rest(tokens, title)


def _compass_place(tokens: Sequence[Token]) -> int:
    """"West Mosul", "Northern Iraq": a point of the compass before a place."""
    if len(tokens) < 2 or tokens[0].word not in words("places", "heads.compass"):
        return 0
    for size in range(min(4, len(tokens)), 1, -1):
        found = place(written(tokens[1:size]))
        if found is not None and found.kind != "region":
            return size
    return 0


def _is_title(tokens: Sequence[Token]) -> bool:
    first = tokens[0]
    if first.word in words("persons", "firms"):
        return len(tokens) > 1
    if len(tokens) > 1 and tokens[1].word in load("names/organisations")["no_head"].get(first.word, ()):
        return True  # "Press Secretary"
    if not first.kind & TITLE or len(tokens) == 1:
        return False
    return not (first.kind & Kind.GIVEN and first.kind & Kind.OFFICE and not tokens[1].kind & Kind.GIVEN)


def _leading_place(tokens: Sequence[Token]) -> int:
    """How many of the first words are a country or a large place with a title or a common word behind it."""
    if tokens[0].kind & Kind.GIVEN and len(tokens) > 1 and (
            tokens[1].kind & (Kind.SURNAME | Kind.GIVEN) or not tokens[1].kind & (TITLE | Kind.COMMON)):
        return 0
    for size in range(min(3, len(tokens) - 1), 0, -1):
        found = place_of(tokens[:size])
        if found and found.kind != "region" and (found.rank >= 8 or tokens[size].kind & TITLE or (
                found.rank >= 5 and size > 1)):
            return size
    return 0


def _rest(tokens: Sequence[Token], title: str) -> Iterator[Proposal]:
    end = len(tokens)
    while end > 1 and tokens[end - 1].kind & Kind.FUNCTION and not tokens[end - 1].kind & Kind.INITIAL:
        end -= 1
    for at in range(1, end - 1):
        if tokens[at].kind & TITLE and not tokens[at].kind & (Kind.GIVEN | Kind.INITIAL | Kind.SURNAME):
            yield from _chunk(tokens[:at])
            yield from _chunk(tokens[at:end])
            return
    yield Proposal(tokens[:end], title=title)
