"""The document's pass: all proposals of one name vote together, short forms follow their full names."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extract.names.evidence import Shapes, add, rules, weigh
from extract.names.followers import defined_acronyms, follow_full_names
from extract.names.lexicon import Kind
from extract.names.proposal import Proposal
from extract.names.tables import place
from models.vocabulary import Label

_ENOUGH = 1.4  # the sum of weights that makes a name; measured
_SURNAMES_ARE_TOWNS = frozenset(("US", "GB", "CA", "AU", "NZ", "IE", "ZA"))  # many a family name is a small town there
_SEPARATORS = frozenset((", ", " and ", ", and ", " or ", ", or "))
_VOICES = 3  # of so many mentions the signs are added up in full


def decide(text: str, proposals: Sequence[Proposal], publisher: str | None = None) -> None:
    """Gives each proposal its label and canonical name; those that stay without a label are no names."""
    shapes: Shapes = {}
    home = _countries(proposals)
    for proposal in proposals:
        _prior(proposal, home)
        if not proposal.fixed:
            weigh(text, proposal, shapes)
        if proposal.label in ("FAC", "LOC") and "organisation-is" in proposal.votes:
            proposal.label, proposal.rule = "ORG", "organisation-is"  # "Dorva Park is a rock band"
    acronyms = defined_acronyms(text, proposals)
    _neighbours(text, proposals)
    _lists(text, proposals)
    _vote(proposals)
    for proposal in proposals:
        if publisher and not proposal.fixed and proposal.name == publisher.replace("’", "'"):
            proposal.label, proposal.rule, proposal.canonical = "ORG", "publisher", proposal.name
    follow_full_names(text, proposals, acronyms)


def _countries(proposals: Sequence[Proposal]) -> frozenset[str]:
    """The codes of the countries that the document names, by their names or their peoples'."""
    named = {proposal.canonical for proposal in proposals if proposal.rule == "demonym"}
    places = [*map(place, named), *(proposal.place for proposal in proposals)]
    codes = {found.countries[0] for found in places if found and found.kind == "country" and found.countries}
    return frozenset(codes) - _SURNAMES_ARE_TOWNS


def _prior(proposal: Proposal, home: frozenset[str]) -> None:
    """What the tables say of a place: the larger, the surer; a small one is surer beside its country's name."""
    if proposal.place is None:
        return
    label: Label = "LOC" if proposal.place.kind == "region" else "GPE"
    only = proposal.tokens[0]
    weight = 1.3 + proposal.place.rank * 0.45 if proposal.place.rank > 1 else 1.2
    if proposal.place.rank < 4 and not home.isdisjoint(proposal.place.countries):
        weight += 0.8
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
        if right.start - left.end > 6 or text[left.end:right.start] not in _SEPARATORS:
            bracketed = text[left.end:right.start] == " (" and text[right.end:right.end + 1] == ")"
            if bracketed and _open(left) and _sure_place(right):  # "Sarmin (Idlib)"
                add(left, known["GPE"], 1)
            continue
        if _open(left) and _sure_place(right):
            add(left, known["GPE"], 1)
        if _open(right) and _sure_place(left) and text[left.end] != ",":
            add(right, known["GPE"], 1)
        if _open(right) and _sure_person(left):
            add(right, known["PERSON"], 1)
        elif _open(left) and _sure_person(right):
            add(left, known["PERSON"], 1)


def _lists(text: str, proposals: Sequence[Proposal]) -> None:
    """In a list of three or more the unknown names are what the known ones are: "Hama, X, Y and Z"."""
    chain = list(proposals[:1])
    for left, right in pairwise(proposals):
        if right.start - left.end > 6 or text[left.end:right.start] not in _SEPARATORS:
            _agree(chain)
            chain = []
        chain.append(right)
    _agree(chain)


def _agree(chain: Sequence[Proposal]) -> None:
    if len(chain) < 3:
        return
    known = rules().neighbours
    places = sum(1 for name in chain if _sure_place(name) or name.scores.get("GPE", 0) > 2)
    persons = sum(1 for name in chain if name.label == "PERSON" or _sure_person(name))
    label: Label | None = "GPE" if places > persons == 0 else "PERSON" if persons > places == 0 else None
    for name in chain if label else ():
        if _open(name) and not name.title and not any(name.scores.get(other, 0) > 2 for other in ("GPE", "ORG")):
            add(name, known[label or "GPE"], 1)


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
