"""Where an organisation, a facility or a district with a head word begins and ends in a run."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extract.names.fronts import Bounds, fronted, fronts
from extract.names.lexicon import HEADS, TITLE, Kind, words
from extract.names.proposal import written
from extract.names.tables import place
from extract.names.tokens import Token
from models.rules import load
from models.vocabulary import Label


def headed(run: Sequence[Token]) -> list[Bounds]:
    """The names with a head word, left to right, not overlapping."""
    found: list[Bounds] = []
    reached, first = 0, _first_heads()
    for at, token in enumerate(run):
        if at < reached:
            continue
        if token.word in first and (bounds := fronted(run, at) or _started(run, at, reached)):
            found.append(bounds)
            reached = bounds[1]
            continue
        if not token.kind & HEADS or _head_follows(run, at) or _is_no_head(run, at):
            continue
        if bounds := _around(run, at, reached):
            found.append(bounds)
            reached = bounds[1]
    return found


@cache
def _first_heads() -> frozenset[str]:
    """The words that begin a name with a head in front."""
    return fronts() | words("organisations", "starters")


def _started(run: Sequence[Token], at: int, floor: int) -> Bounds | None:
    """"Friends of X", "Voice for X": a plural or a common word with what it stands for."""
    stands_for = at + 1 < len(run) and run[at + 1].gap in ("of", "of the", "for", "for the", "without", "against")
    if stands_for and run[at].word in words("organisations", "starters"):
        return _left(run, at, floor), _phrase(run, at + 1), "ORG", "organisation-starter"
    return None


def _head_follows(run: Sequence[Token], at: int) -> bool:
    """Whether a later word of the same phrase is the head: "Crescent City High School"."""
    for before, token in pairwise(run[at:at + 6]):
        if token.gap != " " or before.possessive or token.kind & (Kind.FUNCTION | Kind.HONORIFIC):
            return False
        if token.kind & HEADS:
            return True
    return False


def _is_no_head(run: Sequence[Token], at: int) -> bool:
    """Whether it belongs to the word behind: "Press Secretary"; "Camp Management" is no camp."""
    if at + 1 == len(run) or run[at + 1].gap != " " or run[at].possessive:
        return False
    behind = run[at + 1]
    if behind.word in load("names/organisations")["no_head"].get(run[at].word, ()):
        return True
    first = at == 0 or run[at].gap != " "
    return first and run[at].word in words("places", "heads.fac_before") and bool(behind.kind & Kind.COMMON) and not (
        behind.kind & (Kind.GIVEN | Kind.SURNAME))


def _around(run: Sequence[Token], at: int, floor: int) -> Bounds | None:
    end = at + 1
    while end < len(run) and run[end].gap == " " and run[end].kind & HEADS and not run[end - 1].possessive:
        end += 1
    start = _left(run, at, floor)
    label, rule = _label(run, start, end)
    if rule == "district-head" and _is_office(run, start, at, end):
        return None
    if rule == "organisation-head":
        end = _right(run, start, end)
        if written(run[start:end]) in words("organisations", "bodies_by_building") and _goes_on(run, end):
            end = _phrase(run, end)  # "Police Station Lesnoi"
    elif rule in ("district-of", "location-of") or (start == at and end == at + 1):
        end = _of_place(run, at, end)
    if end - start < 2 and not (end - start == 1 and run[start].word in words("organisations", "alone")):
        return None
    if not _well_formed(run, start, at, end, rule):
        return None
    return start, end, label, rule


def _goes_on(run: Sequence[Token], end: int) -> bool:
    return end < len(run) and run[end].gap == " " and not run[end].kind & (Kind.FUNCTION | TITLE)


def _is_office(run: Sequence[Token], start: int, at: int, end: int) -> bool:
    """Whether the word of a district is an office's: "Additional District Judge", not "Lesnoi City Mayor"."""
    office = end < len(run) and run[end].gap == " " and run[end].kind & TITLE
    return bool(office) and all(token.kind & (Kind.COMMON | TITLE) for token in run[start:at])


def _label(run: Sequence[Token], start: int, end: int) -> tuple[Label, str]:
    head = run[end - 1]
    if end - start > 1 and f"{run[end - 2].word} {head.word}" in words("organisations", "bodies_by_building"):
        return "ORG", "organisation-head"
    if head.kind & (Kind.HEAD | Kind.SUFFIX):
        return "ORG", "organisation-head"
    if head.kind & Kind.FACILITY:
        return "FAC", "facility-head"
    if head.kind & Kind.LOCATION:
        return "LOC", "location-head"
    return "GPE", "district-head"


def _left(run: Sequence[Token], at: int, floor: int) -> int:
    start = at
    while start > floor:
        before, token = run[start - 1], run[start]
        if token.gap in ("and", "&", "for") and _joins(run, start, floor):
            start -= 1
            continue
        if token.gap != " " or _stops(before):
            break
        if before.possessive and before.word not in words("organisations", "possessors"):
            break
        start -= 1
    return start


def _stops(before: Token) -> bool:
    if before.word in words("words", "ordinals"):
        return before.opens
    if before.kind & Kind.FUNCTION or before.word in words("persons", "firms"):
        return True
    if before.kind & Kind.HONORIFIC and not before.kind & (Kind.HEAD | Kind.GIVEN):
        return True
    return before.opens and bool(before.kind & Kind.COMMON) and before.word.lower().endswith(("ed", "ing", "ly"))


def _joins(run: Sequence[Token], start: int, floor: int) -> bool:
    """Whether "and" stands inside the name: common words on both sides ("Law and Justice Party")."""
    before, behind = run[start - 1], run[start]
    if run[start].gap == "for":
        return False
    if run[start].gap == "&":
        return True
    return _topic(before) and _topic(behind) and not before.opens


def _topic(token: Token) -> bool:
    return bool(token.kind & Kind.COMMON) and not token.kind & (TITLE | Kind.FUNCTION | Kind.CAPITALS) and (
        place(token.word) is None)


def _right(run: Sequence[Token], start: int, end: int) -> int:
    """The name goes on with "of Health and Welfare", "for Human Rights", "in Europe"."""
    behind, joints = words("organisations", "behind"), load("names/organisations")["joints"]
    while end < len(run) and not run[end - 1].possessive:
        gap = run[end].gap.removeprefix("~")
        if gap in ("and", "and the"):
            stop = _phrase(run, end)
            topics = all(_topic(token) for token in run[end:stop])
            if start + 1 < end and topics and _topic(run[end - 1]) and not _own_head(run, end, stop):
                end = stop
                continue
            break
        if gap not in behind or (gap in joints and not any(token.word in joints[gap] for token in run[start:end])):
            break
        if run[end].kind & Kind.FUNCTION and not run[end].kind & Kind.CAPITALS:
            break
        if gap in ("for", "for the") and not (run[end].kind & Kind.COMMON or place(run[end].word)):
            break
        end = _phrase(run, end)
    return end


def _phrase(run: Sequence[Token], at: int) -> int:
    """Past the last of the words that stand side by side from here."""
    end = at + 1
    while end < len(run) and run[end].gap == " " and not run[end - 1].possessive and not (
            run[end].kind & Kind.FUNCTION):
        end += 1
    return end


def _own_head(run: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the phrase behind "and" begins a name of its own: "the Ministry of Health and Ministry of Finance"."""
    last = run[stop - 1]
    return bool(last.kind & (Kind.HEAD | Kind.SUFFIX)) and (stop - start > 1 or (
        stop < len(run) and run[stop].gap in ("of", "of the", "for", "for the")))


def _of_place(run: Sequence[Token], at: int, end: int) -> int:
    if end < len(run) and run[end].gap in ("of", "of the"):
        return _phrase(run, end)
    if end == at + 1 and end < len(run) and run[end].gap == " " and run[at].word in words("places", "heads.loc_before"):
        return _phrase(run, end)
    return end


def _well_formed(run: Sequence[Token], start: int, at: int, end: int, rule: str) -> bool:
    """A weak head needs a name before it; one word before a head needs to be more than a sentence's opening."""
    before = run[start:at]
    if written(run[start:end]) in words("organisations", "generic"):
        return False
    if run[end - 1].kind & Kind.WEAK_HEAD and end == at + 1 and before and all(t.kind & Kind.GIVEN for t in before):
        return False
    if rule == "organisation-head" and run[end - 1].kind & Kind.SUFFIX and not run[end - 1].kind & Kind.HEAD:
        return bool(before)
    if before and run[end - 1].kind & Kind.WEAK_HEAD and end == at + 1 and len(before) == 1 and before[0].opens:
        return not before[0].kind & Kind.COMMON
    return True
