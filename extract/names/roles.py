"""What a person is, where it stands beside the name."""

import re
from functools import cache

from extract.names.proposal import Proposal
from models.rules import load

_BEHIND = re.compile(
    r",\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:[\w-]+['’]s\s)?([^,.;:()\n“”\"]{3,80})(?=[,.;:)\n”\"]|$)"
)
_BEFORE = re.compile(r"((?:[a-z][\w-]*\s){1,4})$")
_CUT = re.compile(
    r"\s(?:at|of|for|with|from|in|who|whose|was|were|is|has|had|said|told|which|that|and\shis|and\sher)\s.*$"
)


def role_of(text: str, proposal: Proposal) -> str | None:
    """The title, the noun before the name, or the head of the apposition behind it; None where none is."""
    if match := _BEHIND.match(text, proposal.end):
        role = _CUT.sub("", " " + match[1]).strip()
        if role and _is_person(role.split()[-1]) and len(role.split()) <= 6:
            return role
    before = text[max(0, proposal.start - 60):proposal.start]
    if proposal.title:
        return proposal.title
    if (match := _BEFORE.search(before)) and _is_person(match[1].split()[-1]):
        return match[1].split()[-1]
    return None


def _is_person(word: str) -> bool:
    return word.lower() in _nouns()


@cache
def _nouns() -> frozenset[str]:
    nouns = load("words/people")["nouns"]
    return frozenset(nouns) - {"other", "one", "body", "national", "life", "human", "figure", "dead"}
