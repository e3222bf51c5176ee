"""All claim rules, compiled to bits and to spaCy's Matcher over the tokens of a view."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from itertools import product
from operator import or_
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.claims.features import BITS, FEATURES
from extract.claims.need import Need, need_of
from extract.claims.rule import ClaimRule, Match, Slot, read_rule
from extract.claims.view import Token
from models.rules import load

FILES = ("done", "named", "state", "change", "court", "money", "reported")
KEPT = 10_000  # kinds of views whose possible rules are remembered
FIRST_FLAG = 19  # spaCy leaves the lexeme flags 19 to 63 free


@dataclass(frozen=True, slots=True)
class _Ready:
    """A compiled rule with what a view must have for it, slot by slot; no matcher where one token fills each slot."""

    rule: ClaimRule
    needs: tuple[Need, ...]
    matcher: Matcher | None

    def may_match(self, present: int) -> bool:
        """Whether the bits of a view's tokens, taken together, have what each slot needs."""
        return all(
            present & need.wanted == need.wanted and all(present & choice for choice in need.either)
            for need in self.needs
        )

    def in_order(self, tokens: list[int]) -> bool:
        """Whether tokens that fit the slots which must be filled stand in their order."""
        place, length = 0, len(self.needs)
        for token in tokens:
            if self.needs[place].fits(token):
                place += 1
                if place == length:
                    return True
        return False

    def side_by_side(self, tokens: list[int]) -> Iterator[Match]:
        """The matches of a rule without a matcher: tokens in a row that fit its slots one by one."""
        first = self.needs[0].wanted
        for start in range(len(tokens) - len(self.needs) + 1):
            if tokens[start] & first != first:
                continue
            for place, need in enumerate(self.needs, start):
                if not need.fits(tokens[place]):
                    break
            else:
                yield Match(self.rule, {slot.name: start + i for i, slot in enumerate(self.rule.slots) if slot.name})

    def matches(self, matcher: Matcher, doc: Doc) -> Iterator[Match]:
        found: Any = matcher(doc, with_alignments=True)
        for _, start, _, alignment in found:
            named = [(self.rule.slots[place].name, start + i) for i, place in enumerate(alignment)]
            yield Match(self.rule, {name: index for name, index in named if name})


class RuleSet:
    """All claim rules, ready to run on views.

    Each rule is tried only on a view that has what it needs: most have it of few rules. A rule with slots that may stay
    empty or repeat has a matcher of its own.
    """

    def __init__(self, rules: tuple[ClaimRule, ...]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._vocab = Vocab()
        self._flags = {name: self._vocab.add_flag(_has(name), FIRST_FLAG + i) for i, name in enumerate(FEATURES)}
        words = sorted({word for rule in rules for slot in rule.slots for word in slot.words})
        self._words = {word: 1 << place for place, word in enumerate(words, len(FEATURES))}
        self._heads = {word.replace("_", " "): bit for word, bit in self._words.items()}
        self._lexemes: dict[int, str] = {}
        ready = [self._compiled(rule) for rule in rules]
        self._views = {view: [one for one in ready if one.rule.view in ("both", view)] for view in ("near", "main")}
        self._candidates = lru_cache(KEPT)(self._may_match)

    def match(self, tokens: list[Token], view: str) -> list[Match]:
        """Every match of every rule on one view, in the order of the rules."""
        heads = self._heads
        bits = [token.features | heads.get(token.members[-1].head, 0) for token in tokens]
        doc: Doc | None = None
        found: list[Match] = []
        for ready in self._candidates(view, reduce(or_, bits, 0)):
            if ready.matcher is None:
                found += ready.side_by_side(bits)
            elif ready.in_order(bits):
                doc = doc or Doc(self._vocab, words=[self._lexeme(token) for token in bits])
                found += ready.matches(ready.matcher, doc)
        return found

    def _may_match(self, view: str, present: int) -> list[_Ready]:
        return [ready for ready in self._views[view] if ready.may_match(present)]

    def _compiled(self, rule: ClaimRule) -> _Ready:
        needs = tuple(self._need(slot) for slot in rule.slots if slot.often not in ("?", "*"))
        plain = not any(slot.often or _refuses_either(slot) for slot in rule.slots)
        return _Ready(rule, needs, None if plain else self._matcher(rule))

    def _need(self, slot: Slot) -> Need:
        return Need(0, 0, (sum(self._words[word] for word in slot.words),)) if slot.words else need_of(slot.features)

    def _lexeme(self, token: int) -> str:
        """The word that stands for a token's bits: its lexeme has the features as flags, the head as norm."""
        known = self._lexemes.get(token)
        if known is None:
            head = next((word for word, bit in self._words.items() if token & bit), "-")
            known = "|".join([*(name for name, bit in BITS.items() if token & bit), f"={head}"])
            self._vocab[known].norm_ = head
            self._lexemes[token] = known
        return known

    def _matcher(self, rule: ClaimRule) -> Matcher:
        matcher = Matcher(self._vocab, validate=False)
        matcher.add(rule.id, self._patterns(rule))
        return matcher

    def _patterns(self, rule: ClaimRule) -> list[list[dict[Any, Any]]]:
        """Alternatives in a slot become patterns of their own: the Matcher compares plain attributes fastest."""
        choices = [self._choices(slot) for slot in rule.slots]
        return [list(pattern) for pattern in product(*choices)]

    def _choices(self, slot: Slot) -> list[dict[Any, Any]]:
        often = {"OP": slot.often} if slot.often else {}
        if slot.words:
            return [{"NORM": word, **often} for word in slot.words]
        choices: list[dict[Any, Any]] = [{}]
        for feature in slot.features:
            wanted = feature.removeprefix("!")
            choices = [
                {**choice, self._flags[name]: feature == wanted} for choice in choices for name in wanted.split("|")
            ]
        return [{**choice, **often} for choice in choices]


def _refuses_either(slot: Slot) -> bool:
    """ "!passive|reduced" is no bit that a token must have or lack: only the Matcher reads it."""
    return any(feature.startswith("!") and "|" in feature for feature in slot.features)


def _has(name: str) -> Any:
    return lambda text: name in text.split("|")


@cache
def rule_set() -> RuleSet:
    """The rules of models/rules/*.toml. Raises RuleError for a broken one."""
    return RuleSet(tuple(read_rule(table) for name in FILES for table in load(f"rules/{name}").get("claim", [])))
