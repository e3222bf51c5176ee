"""The document's pass: all proposals of one name vote together, short forms follow their full names."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extract.names.evidence import add, rules, weigh
from extract.names.lexicon import Kind
from extract.names.proposal import Proposal
from models.vocabulary import Label

_ENOUGH = 1.5  # the sum of weights that makes a name; measured
_VOICES = 3  # of so many mentions the signs are added up in full
_BRACKET = re.compile(r"[\s\u00a0]?\((?:the\s)?[\"“‘']?([A-Z][\w./-]{1,11})[\"”’']?\)")
_SMALL = {"of", "the", "for", "and", "on", "in", "to", "against", "de", "des", "du", "la", "et"}


def decide(text: str, proposals: Sequence[Proposal]) -> None:
    """Gives each proposal its label and canonical name; those that stay without a label are no names."""
    for proposal in proposals:
        _prior(proposal)
        if not proposal.fixed:
            weigh(text, proposal)
    acronyms = _acronyms(text, proposals)
    _neighbours(text, proposals)
    _vote(proposals)
    _short_forms(proposals)
    _heads_alone(text, proposals)
    _follow_acronyms(proposals, acronyms)


def _prior(proposal: Proposal) -> None:
    """What the tables say of a place: the larger, the surer."""
    if proposal.place is None:
        return
    label: Label = "LOC" if proposal.place.kind == "region" else "GPE"
    only = proposal.tokens[0]
    weight = 1.3 + proposal.place.rank * 0.45 if proposal.place.rank > 1 else 1.2
    if len(proposal.tokens) == 1 and proposal.place.rank < 8:
        if only.kind & (Kind.GIVEN | Kind.SURNAME):
            weight -= 0.8
        if only.kind & Kind.COMMON:
            weight -= 2 if only.opens else 1.2
    proposal.own[label] = weight
    proposal.votes.append("gazetteer")
    proposal.heaviest[label], proposal.rules[label] = weight, "gazetteer"
    proposal.canonical = proposal.place.canonical


def _neighbours(text: str, proposals: Sequence[Proposal]) -> None:
    """A place beside a place: "Taraz and X", "X, Kenya"."""
    known = rules().neighbours
    for left, right in pairwise(proposals):
        if right.start - left.end > 6 or text[left.end:right.start] not in (", ", " and ", ", and ", " or ", ", or "):
            continue
        if _open(left) and _sure_place(right):
            add(left, known["GPE"], 1)
        if _open(right) and _sure_place(left) and text[left.end] != ",":
            add(right, known["GPE"], 1)
        if _open(right) and _sure_person(left):
            add(right, known["PERSON"], 1)
        elif _open(left) and _sure_person(right):
            add(left, known["PERSON"], 1)


def _open(proposal: Proposal) -> bool:
    return not proposal.fixed and not proposal.label


def _sure_person(proposal: Proposal) -> bool:
    return not proposal.label and proposal.score("PERSON") >= 2.5 + max(proposal.score("GPE"), proposal.score("ORG"))


def _sure_place(proposal: Proposal) -> bool:
    return proposal.place is not None and proposal.place.rank >= 4 and not proposal.title


def _vote(proposals: Sequence[Proposal]) -> None:
    together: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        if not proposal.label:
            together[proposal.name].append(proposal)
    settled = {proposal.name: proposal for proposal in proposals if proposal.label}
    for name, mentions in together.items():
        label = _winner(mentions, settled.get(name))
        for mention in mentions:
            if label and (not mention.heading or any(not other.heading for other in mentions) or mention.place):
                _settle(mention, label, mentions)


def _winner(mentions: Sequence[Proposal], settled: Proposal | None) -> Label | None:
    if settled is not None and settled.label:
        return settled.label
    sums: dict[Label, float] = {}
    for mention in mentions:
        for label, score in mention.own.items():
            sums[label] = max(sums.get(label, score), score)
    share = min(1.0, _VOICES / len(mentions))  # many weak signs do not make a strong one
    for mention in mentions:
        for label, score in mention.scores.items():
            sums[label] = sums.get(label, 0) + score * share
    if not sums:
        return None
    if mentions[0].place is not None and mentions[0].place.rank >= 8 and not any(m.title for m in mentions):
        sums.pop("PERSON", None)
    label = max(sums, key=lambda key: sums[key])
    return label if sums[label] >= _ENOUGH else None


def _settle(mention: Proposal, label: Label, mentions: Sequence[Proposal]) -> None:
    mention.label = label
    source = mention if label in mention.rules else next((m for m in mentions if label in m.rules), None)
    mention.rule = source.rules[label] if source else "same-name"
    if label not in ("GPE", "LOC") or not mention.place:
        mention.canonical = ""


def _short_forms(proposals: Sequence[Proposal]) -> None:
    """A surname alone, or a given name alone, follows the full name nearest before it, else the first one."""
    full: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        if proposal.label == "PERSON" and len(proposal.tokens) > 1:
            full[proposal.tokens[-1].word].append(proposal)
    given: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        if proposal.label == "PERSON" and len(proposal.tokens) > 1:
            given[proposal.tokens[0].word].append(proposal)
    for proposal in proposals:
        if len(proposal.tokens) == 1 and not proposal.fixed:
            only = proposal.tokens[0].word
            owners = full.get(only) or given.get(only)
            if owners and _may_be_short(proposal):
                proposal.label, proposal.rule = "PERSON", "short-form"
                proposal.canonical = _nearest(owners, proposal).name


def _heads_alone(text: str, proposals: Sequence[Proposal]) -> None:
    """"the Commission" follows the commission that was named last before it."""
    named: dict[str, Proposal] = {}
    for proposal in proposals:
        if proposal.label == "ORG" and len(proposal.tokens) > 1:
            for token in proposal.tokens:
                if token.kind & Kind.HEAD:
                    named[token.word] = proposal
        elif not proposal.label and len(proposal.tokens) == 1 and proposal.tokens[0].kind & Kind.HEAD:
            owner = named.get(proposal.tokens[0].word)
            if owner is not None and text[max(0, proposal.start - 4):proposal.start].lower() == "the ":
                proposal.label, proposal.rule = "ORG", "head-alone"
                proposal.canonical = owner.canonical or owner.name


def _may_be_short(proposal: Proposal) -> bool:
    if proposal.label == "PERSON" or proposal.label is None:
        return True
    if proposal.place is None:
        return True
    return proposal.place.rank < 8 and proposal.scores.get("GPE", 0) < min(1, proposal.score("PERSON") + 0.1)


def _nearest(owners: Sequence[Proposal], proposal: Proposal) -> Proposal:
    before = [owner for owner in owners if owner.start < proposal.start]
    return before[-1] if before else owners[0]


def _acronyms(text: str, proposals: Sequence[Proposal]) -> dict[str, Proposal]:
    """Acronym -> the proposal that it is defined behind."""
    found: dict[str, Proposal] = {}
    rule = rules().definition
    for proposal in proposals:
        match = _BRACKET.match(text, proposal.end)
        if match and _abbreviates(match[1], proposal.name):
            found.setdefault(match[1], proposal)
            if not proposal.fixed:
                add(proposal, rule, 1)
    return found


def _abbreviates(acronym: str, name: str) -> bool:
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    if len(letters) < 2 or sum(map(str.isupper, acronym)) < 2:
        return False
    words = name.replace("-", " ").split()
    firsts = [word[0].lower() for word in words if word.lower() not in _SMALL]
    everything = [word[0].lower() for word in words]
    return letters == firsts[:len(letters)] or letters == everything or (
        len(firsts) >= 2 and letters[0] == firsts[0] and sum(letter in firsts for letter in letters) >= len(firsts) - 1
        and abs(len(letters) - len(firsts)) <= 1)


def _implied(proposals: Sequence[Proposal], acronyms: dict[str, Proposal]) -> dict[str, Proposal]:
    """Acronyms without a definition: the initials of an organisation of three words or more that the document names."""
    found = dict(acronyms)
    spelled = {proposal.canonical for proposal in proposals if proposal.fixed and len(proposal.tokens) > 1}
    short = {proposal.name: proposal for proposal in proposals if proposal.name.isupper() and len(proposal.name) > 2}
    for proposal in proposals:
        if proposal.label != "ORG" or len(proposal.tokens) < 3 or proposal.fixed:
            continue
        letters = "".join(token.word[0] for token in proposal.tokens).upper()
        known = short.get(letters)
        if known is not None and known.canonical not in spelled:
            found.setdefault(letters, proposal)
    return found


def _follow_acronyms(proposals: Sequence[Proposal], acronyms: dict[str, Proposal]) -> None:
    acronyms = _implied(proposals, acronyms)
    for proposal in proposals:
        owner = acronyms.get(proposal.name)
        if owner is not None and owner.label:
            proposal.label = owner.label
            proposal.canonical = owner.canonical or owner.name
            proposal.rule = "acronym"
