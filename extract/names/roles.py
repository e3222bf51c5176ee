"""What a person is, where it stands beside the name."""

import re
from functools import cache

from extract.names.proposal import Proposal
from models.rules import load

_BEHIND = re.compile(
    r",\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:[\w-]+['’]s\s)?([^,.;:()\n“”\"]{3,80})(?=[,.;:)\n”\"]|$)"
)
_BEFORE = re.compile(r"([a-z][\w-]*)\s$")
_LONGEST = 30  # characters of the noun before a name
_CUT = re.compile(
    r"\s(?:at|of|for|with|from|in|who|whose|was|were|is|has|had|said|told|which|that|and\shis|and\sher)\s.*$"
)


def role_of(text: str, proposal: Proposal) -> str | None:
    """The title, the noun before the name, or the head of the apposition behind it; None where none is."""
    if match := _BEHIND.match(text, proposal.end):
        role = _CUT.sub("", " " + match[1]).strip()
        if role and _is_person(role.split()[-1]) and len(role.split()) <= 6:
            return role
    if proposal.title:
        return proposal.title
    before = _BEFORE.search(text, max(0, proposal.start - _LONGEST), proposal.start)
    return before[1] if before and _is_person(before[1]) else None


def _is_person(word: str) -> bool:
    return word.lower() in _nouns()


@cache
def _nouns() -> frozenset[str]:
    nouns = load("words/people")["nouns"]
    return frozenset(nouns) - {"other", "one", "body", "national", "life", "human", "figure", "dead"}
