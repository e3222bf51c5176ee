"""Parties named in running text, by the role before or behind a name; and judges who were named before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.law.heading import heading_end, roles
from extract.law.patterns import compose
from extract.letters import Ending
from models.mention import Mention
from models.rules import load
from models.vocabulary import DocumentKind

_BEFORE, _BEHIND = 70, 60  # characters beside a name in which its role may stand
_STATE = re.compile(r"\b(?:State|STATE|Government|GOVERNMENT|Union|UNION)\s(?:of|OF)\s$")
_LISTED = re.compile(r",\s{1,2}(?:and\s)?|\s(?:and|&)\s|,?\s(?:and\s)?[Nn]o\.?\s?\d{1,3}\s")
_BODIES = frozenset(("PERSON", "ORG", "GPE"))
_NONE = None, False


@cache
def _before() -> Ending:
    """A role that leads up to a name."""
    return Ending(_composed(
        r"\b(?P<role>{roles})(?P<plural>s)?{number}?(?:\s?/\s?(?:{roles})s?{number}?)?"
        r"(?:\s?[-–/:,]{1,2}\s?|\s\(|\s)(?:{kin}|{titles}){0,2}$"
    ))


@cache
def _behind() -> re.Pattern[str]:
    """A role that follows a name."""
    return re.compile(_composed(
        r"(?:,?\s?\(|,\s|\s?[-–]\s?)(?:who\sis\s|(?:both|all)\s)?(?:the\s|now\s)?(?:original\s)?{rank}?"
        r"(?P<role>{roles})(?P<plural>s)?{number}?(?:[-/](?:{roles})s?{number}?)?"
        r"(?=[),.;:]|\s[-–]|\s(?:herein|in|has|have|had|was|were|is|are|did|and|who|gave|filed|also|before|$))"
    ))


@cache
def _roles() -> dict[str, str]:
    """Each writing of a role in small letters, with the role."""
    apart = load("law/parties")["not_parties"]
    return {writing: role for writing, role in roles().items() if writing not in apart}


def _composed(pattern: str) -> str:
    parts = load("law/parties")["parts"]
    names = sorted(_roles(), key=len, reverse=True)
    written = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in names)
    return compose(pattern, {**parts, "roles": f"(?i:{written})"})


def with_parties(text: str, names: Sequence[Mention], kind: DocumentKind) -> list[Mention]:
    """The names, those with a party's role beside them as PARTY; every name of a list shares the role.

    A decision's heading has rules of its own.
    """
    heading = heading_end(text) if kind == "decision" else 0
    found = [name for name in names if name.start < heading]
    listed: str | None = None  # the role in the plural that goes on over a list
    for name in names[len(found):]:
        role, plural = _role_before(text, name)
        if role is None and listed and name.label in _BODIES and _links(text, found[-1], name):
            role, plural = listed, True
        listed = role if plural else None
        if role:
            found.append(_party(text, name, role))
            continue
        role, plural = _role_behind(text, name)
        found.append(_party(text, name, role) if role else name)
        if role and plural:
            _spread_back(text, found, role)
    return found


def with_judges(names: Sequence[Mention], law: Sequence[Mention]) -> list[Mention]:
    """The names, with a person who bears a judge's whole name as that judge: "Maria Oksen, President" at the end."""
    judges = {mention.canonical.casefold() for mention in law if mention.label == "JUDGE" and " " in mention.canonical}
    return [
        replace(name, label="JUDGE", rule="judge-named")
        if name.label == "PERSON" and name.canonical.casefold() in judges else name for name in names
    ]


def _role_before(text: str, name: Mention) -> tuple[str | None, bool]:
    """The role that leads up to the name, and whether it is said of several."""
    return _said(_before().search(text, max(0, name.start - _BEFORE), name.start)) if name.label in _BODIES else _NONE


def _role_behind(text: str, name: Mention) -> tuple[str | None, bool]:
    if name.label not in _BODIES:
        return _NONE
    return _said(_behind().match(text, name.end, min(len(text), name.end + _BEHIND)))


def _said(match: re.Match[str] | None) -> tuple[str | None, bool]:
    return (_roles()[" ".join(match["role"].lower().split())], bool(match["plural"])) if match else _NONE


def _links(text: str, left: Mention, right: Mention) -> bool:
    """Whether nothing but a comma or "and" stands between two names."""
    return right.start - left.end < 12 and bool(_LISTED.fullmatch(text, left.end, right.start))


def _spread_back(text: str, found: list[Mention], role: str) -> None:
    """A role in the plural behind a list is each one's."""
    at = len(found) - 1
    while at and found[at - 1].label in _BODIES and _links(text, found[at - 1], found[at]):
        at -= 1
        found[at] = _party(text, found[at], role)


def _party(text: str, name: Mention, role: str) -> Mention:
    """The name as a party; "State of" belongs to it."""
    state = _STATE.search(text, max(0, name.start - 14), name.start) if name.label == "GPE" else None
    start = state.start() if state else name.start
    words = text[start:name.end]
    canonical = " ".join(words.split()) if state else name.canonical
    return replace(name, label="PARTY", start=start, text=words, canonical=canonical, rule="party-named", role=role)
