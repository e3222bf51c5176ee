"""Short forms follow their full names: surnames, acronyms, aliases, "the Commission"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extract.names.evidence import add, rules
from extract.names.lexicon import Kind
from extract.names.proposal import Proposal, written

_BRACKET = re.compile(r"[\s\u00a0]?\((?:the\s)?[\"“‘']?([A-Z][\w./-]{1,11})[\"”’']?\)")
_ARTICLE = re.compile(r"(?:[ae][lnsrzdt]|ash|ath)-", re.IGNORECASE)
_SMALL = {"of", "the", "for", "and", "on", "in", "to", "against", "de", "des", "du", "la", "et"}
_ALIAS = frozenset((
    " alias ", " Alias ", " ALIAS ", ", alias ", " (alias ", " @ ", " @", "@", " née ", ", née ", " nee ", " a.k.a. ",
    ", a.k.a. ", " aka ", " also known as ", ", also known as ", ", known as ",
))


def follow_full_names(text: str, proposals: Sequence[Proposal], acronyms: dict[str, Proposal]) -> None:
    """Gives short forms the label and the canonical name of the full names that they stand for."""
    _short_forms(proposals)
    _aliases(text, proposals)
    _heads_alone(text, proposals)
    _without_heads(proposals)
    _follow_acronyms(proposals, acronyms)


def _aliases(text: str, proposals: Sequence[Proposal]) -> None:
    """"X alias Y", "X, née Y": both are the first one."""
    known: dict[str, str] = {}
    for left, right in pairwise(proposals):
        if left.label == "PERSON" and not right.fixed and text[left.end:right.start] in _ALIAS:
            known[right.name] = left.canonical or left.name
    for proposal in proposals if known else ():
        if (owner := known.get(proposal.name)) and not proposal.fixed:
            proposal.label, proposal.rule, proposal.canonical = "PERSON", "alias", owner


def _short_forms(proposals: Sequence[Proposal]) -> None:
    """A surname alone, or a given name alone, follows the full name nearest before it, else the first one."""
    full: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        if proposal.label == "PERSON" and len(proposal.tokens) > 1:
            last = proposal.tokens[-1].word
            full[last].append(proposal)
            if match := _ARTICLE.match(last):  # "al-Assad", later "Assad"
                full[last[match.end():]].append(proposal)
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


def _without_heads(proposals: Sequence[Proposal]) -> None:
    """ "Dorva Records", later "Dorva": a body's name without its last word, where nothing else is known of it."""
    owners: dict[str, Proposal] = {}
    for proposal in proposals:
        last = proposal.tokens[-1]
        told = not all(token.kind & Kind.COMMON for token in proposal.tokens[:-1])
        if proposal.label == "ORG" and told and last.kind & (Kind.HEAD | Kind.SUFFIX) and len(proposal.tokens) > 1:
            owners.setdefault(written(proposal.tokens[:-1]), proposal)
    for proposal in proposals if owners else ():
        owner = owners.get(proposal.name)
        if owner and (proposal.label is None or proposal.rule in ("person-unknown-alone", "person-unknown-words")):
            proposal.label, proposal.rule = "ORG", "without-head"
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


def defined_acronyms(text: str, proposals: Sequence[Proposal]) -> dict[str, Proposal]:
    """Acronym -> the proposal that it is defined behind."""
    found: dict[str, Proposal] = {}
    rule = rules().definition
    for proposal in proposals:
        match = _BRACKET.match(text, proposal.end)
        if match and _abbreviates(match[1], proposal.name):
            found.setdefault(match[1], proposal)
            if not proposal.fixed and not (proposal.place and proposal.place.kind == "country"):
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
