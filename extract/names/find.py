"""All names of a text: events, then proposals from runs of capitalised words, then the document's vote."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from extract.names.aliases import with_aliases
from extract.names.chunks import proposals
from extract.names.events import find_events
from extract.names.headings import headings, without_headline_words
from extract.names.lexicon import words
from extract.names.lower_heads import with_lower_head
from extract.names.proposal import Proposal
from extract.names.roles import role_of
from extract.names.seats import with_seats
from extract.names.tokens import runs
from extract.names.votes import decide
from models.document import Block
from models.mention import Mention
from models.vocabulary import Label

_UNIT_NUMBER = re.compile(r"(?:^|[\s(])(\d{1,4}(?:st|nd|rd|th)?\s)$")


def find_names(
    text: str, blocks: Sequence[Block], taken: Sequence[Mention], publisher: str | None = None
) -> list[Mention]:
    """PERSON, ORG, GPE, LOC, FAC, NORP and EVENT mentions, in order.

    They overlap neither one another nor `taken`. `publisher` is the organisation that a document comes from.
    """
    occupied = sorted(taken, key=lambda mention: mention.start)
    events = _events(text, occupied)
    occupied = sorted([*occupied, *events], key=lambda mention: mention.start)
    ends = [mention.end for mention in occupied]
    found = decided(text, blocks, occupied, publisher)
    names = [_mention(text, proposal, ends) for proposal in found if proposal.label]
    return sorted([*events, *with_aliases(text, names)], key=lambda mention: mention.start)


def decided(
    text: str, blocks: Sequence[Block], occupied: Sequence[Mention], publisher: str | None = None
) -> list[Proposal]:
    """Every proposal after the vote, also those that became no name, with the rules that had a say."""
    is_heading = headings(text, blocks)
    found: list[Proposal] = []
    for run in runs(text, occupied):
        heading = is_heading(run[0].start)
        for piece in without_headline_words(run) if heading else (run,):
            for proposal in proposals(piece):
                proposal.heading = heading
                with_lower_head(text, proposal, occupied)
                if not (heading and proposal.label == "ORG" and not proposal.fixed):
                    found.append(proposal)
    decide(text, found, publisher)
    with_seats(text, found)
    return found


def _mention(text: str, proposal: Proposal, ends: Sequence[int]) -> Mention:
    label: Label = proposal.label or "ORG"
    role = role_of(text, proposal) if label == "PERSON" else None
    start = _unit_start(text, proposal, ends)
    canonical = text[start:proposal.start] + (proposal.canonical or proposal.name)
    return Mention(label, start, proposal.end, text[start:proposal.end], canonical, proposal.rule, role=role)


def _unit_start(text: str, proposal: Proposal, ends: Sequence[int]) -> int:
    """A military unit's name begins with its number ("3rd Battalion"), unless that is taken (`ends` in order)."""
    start = proposal.start
    if proposal.fixed or proposal.label != "ORG" or proposal.tokens[-1].word not in words("organisations", "military"):
        return start
    match = _UNIT_NUMBER.search(text[max(0, start - 8):start])
    if match is None or text[start - 1] == "\n":
        return start
    number = start - len(match[1])
    at = bisect_right(ends, number)
    return number if at == len(ends) or ends[at] > start else start


def _events(text: str, taken: Sequence[Mention]) -> list[Mention]:
    """The events that touch no taken span."""
    found: list[Mention] = []
    at = 0
    for event in find_events(text):
        while at < len(taken) and taken[at].end <= event.start:
            at += 1
        if at == len(taken) or taken[at].start >= event.end:
            found.append(event)
    return found
