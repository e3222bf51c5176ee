"""All claim rules, compiled to bits and run over the tokens of a view."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_

from extract.claims.features import FEATURES, features_of
from extract.claims.need import Need, need_of
from extract.claims.rule import NUMBERS, ClaimRule, Match, NumberSlot, Slot, number_slot, read_rule
from extract.claims.view import Token
from extract.groups import Group
from models.rules import RuleError, load

FILES = ("done", "named", "state", "change", "court", "money", "reported")
KEPT = 50_000  # beginnings of views, and views, whose possible rules are remembered
AHEAD = 3  # tokens that are looked up to see what may begin with them


@dataclass(frozen=True, slots=True)
class _Step:
    """One slot of a compiled rule: what its token must have, and whether it may stay empty or take several."""

    name: str
    need: Need
    may_stay_empty: bool
    repeats: bool


@dataclass(frozen=True, slots=True)
class _Ready:
    """A compiled rule: `place` is its own among the rules.

    The tokens of a match, taken together, have all bits of `wanted`, and of each of `either` one.
    """

    place: int
    rule: ClaimRule
    numbers: dict[str, NumberSlot]
    steps: tuple[_Step, ...]
    wanted: int
    either: tuple[int, ...]

    def may_match(self, present: int) -> bool:
        """Whether the bits of a view's tokens, taken together, have what each slot needs."""
        if self.wanted & ~present:
            return False
        for choice in self.either:  # noqa: SIM110 - all() is three times as slow, and this is asked of all rules
            if not choice & present:
                return False
        return True

    def may_begin(self, tokens: tuple[int, ...], at: int = 0) -> bool:
        """Whether a match may begin with these tokens, whatever follows."""
        if not tokens or at == len(self.steps):
            return True
        step = self.steps[at]
        if step.may_stay_empty and self.may_begin(tokens, at + 1):
            return True
        goes_on = (at + 1, at) if step.repeats else (at + 1,)
        return step.need.fits(tokens[0]) and any(self.may_begin(tokens[1:], after) for after in goes_on)

    def ways(self, tokens: Sequence[int], at: int, place: int = 0) -> Iterator[list[int]]:
        """Every way in which the slots from `place` on take the tokens from `at` on: the slot of each token."""
        if place == len(self.steps):
            yield []
            return
        step = self.steps[place]
        if at < len(tokens) and step.need.fits(tokens[at]):
            for after in (place + 1, place) if step.repeats else (place + 1,):
                for rest in self.ways(tokens, at + 1, after):
                    yield [place, *rest]
        if step.may_stay_empty:
            yield from self.ways(tokens, at, place + 1)

    def match(self, start: int, taken: Sequence[int]) -> Match:
        slots = {name: index for index, place in enumerate(taken, start) if (name := self.steps[place].name)}
        return Match(self.rule, slots, next(self.numbers[name] for name in slots if name in self.numbers))


class RuleSet:
    """All claim rules, ready to run on views.

    Each is tried only where it may begin. That is remembered for every few tokens that stood side by side: the kinds of
    tokens are few, so that most places of a view cost one look-up.
    """

    def __init__(self, rules: tuple[ClaimRule, ...]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        if twice := [name for name, number in Counter(rule.id for rule in rules).items() if number > 1]:
            raise RuleError(f"claim rule {twice[0]}: two rules have this id")
        words = sorted({word for rule in rules for slot in rule.slots for word in slot.words})
        self._words = {word: 1 << place for place, word in enumerate(words, len(FEATURES))}
        self._heads = {word.replace("_", " "): bit for word, bit in self._words.items()}
        ready = [self._compiled(place, rule) for place, rule in enumerate(rules)]
        self._views = {view: [one for one in ready if one.rule.view in ("both", view)] for view in ("near", "main")}
        self._beginning = lru_cache(KEPT)(self._that_may_begin)
        self._possible = lru_cache(KEPT)(self._with_rules)

    def possible_views(self, groups: Sequence[Group]) -> tuple[str, ...]:
        """The views for which there is a rule that these groups, in whatever order, have enough for."""
        heads = self._heads
        return self._possible(reduce(or_, [features_of(group) | heads.get(group.head, 0) for group in groups], 0))

    def match(self, tokens: Sequence[Token], view: str) -> list[Match]:
        """Every match of every rule on one view: in the order of the rules, those of one rule as they end."""
        heads = self._heads
        bits = [token.features | heads.get(token.members[-1].head, 0) for token in tokens]
        present = reduce(or_, bits, 0)
        found: dict[tuple[int, int, int], Match] = {}
        for start in range(len(bits)):
            for ready in self._beginning(view, *bits[start : start + AHEAD]):
                for taken in ready.ways(bits, start) if ready.may_match(present) else ():
                    key = (ready.place, start + len(taken), start)
                    if key not in found:  # of several ways to take the same tokens the first
                        found[key] = ready.match(start, taken)
        return [found[key] for key in sorted(found)]

    def _that_may_begin(self, view: str, *tokens: int) -> list[_Ready]:
        shorter = self._beginning(view, *tokens[:-1]) if tokens else self._views[view]
        return [ready for ready in shorter if ready.may_begin(tokens)]

    def _with_rules(self, present: int) -> tuple[str, ...]:
        return tuple(view for view, rules in self._views.items() if any(ready.may_match(present) for ready in rules))

    def _compiled(self, place: int, rule: ClaimRule) -> _Ready:
        steps = tuple(step for slot in rule.slots for step in self._steps(slot))
        numbers = {slot.name: number_slot(slot) for slot in reversed(rule.slots) if slot.name in NUMBERS}
        filled = [step.need for step in steps if not step.may_stay_empty]
        either = tuple({choice for need in filled for choice in need.either})
        return _Ready(place, rule, numbers, steps, reduce(or_, [need.wanted for need in filled], 0), either)

    def _steps(self, slot: Slot) -> Iterator[_Step]:
        need = Need(0, 0, (sum(self._words[word] for word in slot.words),)) if slot.words else need_of(slot.features)
        if slot.often == "+":  # one, and then as many as there are
            yield _Step(slot.name, need, False, False)
        yield _Step(slot.name, need, slot.often != "", slot.often in ("*", "+"))


@cache
def rule_set() -> RuleSet:
    """The rules of models/rules/*.toml. Raises RuleError for a broken one."""
    return RuleSet(tuple(read_rule(table) for name in FILES for table in load(f"rules/{name}").get("claim", [])))
