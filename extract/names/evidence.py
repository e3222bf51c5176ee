"""What a proposal's shape and neighbourhood say: rules of models/names/context.toml add weights to its labels."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.names.proposal import Proposal
from extract.names.shapes import SHAPES
from models.rules import RuleError, load
from models.vocabulary import Label

_BEHIND, _BEFORE = 110, 30  # how far the words beside a name are read, in characters
_WORD = re.compile(r"[\w@/]+(?:[-'’.]\w+)*\.?")
_APPOSITION = re.compile(
    r"(?:,\s(?:an?|the|his|her|their|then|former|one\sof|now|also)|(?:\s\([^()]{1,50}\))?\s(?:is|was)\san?)"
    r"\s((?:[\w'’-]+\s?){1,7})")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of context: its label, weight and its one trigger."""

    id: str
    label: Label
    weight: float
    pattern: re.Pattern[str] | None = None
    ends: tuple[str, ...] = ()  # of a pattern for the words before: how they end where it can match


Shapes = dict[tuple[str, str, bool, bool], list[tuple[Rule, float]]]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules by trigger."""

    before: Mapping[str, tuple[Rule, ...]]
    after: Mapping[str, tuple[Rule, ...]]
    patterns_before: tuple[Rule, ...]
    patterns_after: tuple[Rule, ...]
    ends: tuple[str, ...]  # of all `patterns_before`
    any_after: re.Pattern[str]  # whether any of `patterns_after` matches, asked first
    shapes: tuple[tuple[str, Rule], ...]
    apposition: Rule
    neighbours: Mapping[str, Rule]
    definition: Rule


@cache
def rules() -> Rules:
    """The context rules, compiled. Raises RuleError with the rule's id for a broken one."""
    file = load("names/context")
    found: dict[str, list[tuple[Any, Rule]]] = {}
    for entry in file["rule"]:
        trigger = next((key for key in ("before", "after", "before_pattern", "after_pattern", "shape", "apposition",
                                        "neighbour") if key in entry), None)
        if trigger is None:
            raise RuleError(f"rule {entry['id']}: it has no trigger")
        found.setdefault(trigger, []).append((entry, _rule(entry, file["parts"], trigger)))
    shapes = [(entry["shape"], rule) for entry, rule in found["shape"]]
    before = tuple(rule for _, rule in found["before_pattern"])
    after = tuple(rule for _, rule in found["after_pattern"])
    return Rules(
        before=_by_word(found["before"], "before"), after=_by_word(found["after"], "after"),
        patterns_before=before, patterns_after=after, any_after=_any(after),
        ends=tuple(sorted({end for rule in before for end in rule.ends})),
        shapes=tuple((shape, rule) for shape, rule in shapes if shape in SHAPES), apposition=found["apposition"][0][1],
        neighbours={entry["neighbour"]: rule for entry, rule in found["neighbour"]},
        definition=next(rule for shape, rule in shapes if shape == "defines-acronym"),
    )


def _any(patterned: tuple[Rule, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in patterned if rule.pattern))


def _rule(entry: Mapping[str, Any], parts: Mapping[str, str], trigger: str) -> Rule:
    pattern = None
    if trigger.endswith("_pattern"):
        written = re.sub(r"\{([a-z]+)\}", lambda match: parts[match[1]], entry[trigger])
        try:
            pattern = re.compile(written)
        except re.error as error:
            raise RuleError(f"rule {entry['id']}: {error}") from None
    if trigger == "before_pattern" and not entry.get("ends"):
        raise RuleError(f"rule {entry['id']}: a before_pattern needs its `ends`")
    return Rule(entry["id"], entry["label"], entry["weight"], pattern, tuple(entry.get("ends", ())))


def _by_word(entries: list[tuple[Any, Rule]], side: str) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for entry, rule in entries:
        for word in set(_expanded(entry[side])) - set(entry.get(f"not_{side}", ())):
            found[word] = (*found.get(word, ()), rule)
    return found


def _expanded(listed: list[str]) -> Iterator[str]:
    for word in listed:
        if word == "@speech":
            yield from load("names/persons")["speech"]
        elif word == "@people":
            for noun in load("words/people")["nouns"]:
                yield noun
                yield noun + "s"
        else:
            yield word


def weigh(text: str, proposal: Proposal, shapes: Shapes) -> None:
    """Adds every rule's weight to the proposal's scores; `shapes` remembers what the document's names look like."""
    known = rules()
    key = (proposal.name, proposal.title, proposal.tokens[0].opens, proposal.heading)
    if key not in shapes:
        shapes[key] = _shape(proposal, known)
    for rule, amount in shapes[key]:
        add(proposal, rule, amount, own=True)
    if proposal.heading:
        return
    before = text[max(0, proposal.start - _BEFORE):proposal.start]
    behind = text[proposal.end:proposal.end + _BEHIND]
    _weigh_words(proposal, before, behind, known)
    ending = before[-12:-1] + " " if before[-1:].isspace() else before[-12:]
    if ending.endswith(known.ends):
        for rule in known.patterns_before:
            if ending.endswith(rule.ends) and rule.pattern and rule.pattern.search(before):
                add(proposal, rule, 1)
    if known.any_after.match(behind):
        for rule in known.patterns_after:
            if rule.pattern and rule.pattern.match(behind):
                add(proposal, rule, 1)
    if (match := _APPOSITION.match(behind)) and _names_person(match[1]):
        add(proposal, known.apposition, 1)


def _shape(proposal: Proposal, known: Rules) -> list[tuple[Rule, float]]:
    """The rules of shape that hold, each with how far it holds."""
    found: list[tuple[Rule, float]] = []
    several = proposal.place is not None and len(proposal.tokens) > 1
    whole_place = several and proposal.place is not None and proposal.place.rank > 2
    for shape, rule in known.shapes:
        if whole_place and rule.label == "PERSON" and shape != "title":
            continue
        if several and rule.id in ("organisation-mixed-words", "organisation-place-and-words"):
            continue
        if amount := SHAPES[shape](proposal):
            found.append((rule, amount))
    return found


def _weigh_words(proposal: Proposal, before: str, behind: str, known: Rules) -> None:
    if before.endswith((" ", "\u00a0")) and not proposal.title:
        written = before.split()[-2:]
        last = [word.lower() for word in written]
        if last:
            capital = written[-1][:1].isupper()  # "the Central Bank X": another body's own word
            for key in (last[-1], " ".join(last)):
                for rule in known.before.get(key, ()):
                    if not (capital and rule.label == "ORG"):
                        add(proposal, rule, 1)
                if key == last[-1] and len(last) == 1:
                    break
    if behind.startswith((" ", "’s ", "'s ")):
        first = behind.split()[:3] if behind[0] == " " else behind.split()[1:4]
        words = [word.rstrip(".,;:)") for word in first[:2]]
        keys = {words[0], " ".join(words)} if words else set()
        for key in keys:
            for rule in known.after.get(key, ()):
                if behind[0] == " " or rule.label != "ORG":  # "Wexlu's party" is no party Wexlu
                    add(proposal, rule, 1)


def _names_person(words: str) -> bool:
    people = _person_nouns()
    return any(word.strip(" ,").lower() in people for word in words.split())


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(load("words/people")["nouns"]) - {"one", "other", "body", "staff", "general", "national", "family"}


def add(proposal: Proposal, rule: Rule, amount: float, own: bool = False) -> None:
    """One rule's vote; the heaviest rule for a label is the one that is named."""
    weight = rule.weight * amount
    if weight > 0 and weight >= proposal.heaviest.get(rule.label, 0):
        proposal.heaviest[rule.label] = weight
        proposal.rules[rule.label] = rule.id
    scores = proposal.own if own else proposal.scores
    scores[rule.label] = scores.get(rule.label, 0) + weight
    proposal.votes.append(rule.id)
