"""All claim rules, compiled to bits and run over the tokens of a view."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_

from extract.claims.features import FEATURES
from extract.claims.need import Need, need_of
from extract.claims.rule import ClaimRule, Match, Slot, read_rule
from extract.claims.view import Token
from models.rules import load

FILES = ("done", "named", "state", "change", "court", "money", "reported")
KEPT = 10_000  # kinds of views whose possible rules are remembered


@dataclass(frozen=True, slots=True)
class _Step:
    """One slot of a compiled rule: what its token must have, and whether it may stay empty or take several."""

    name: str
    need: Need
    may_stay_empty: bool
    repeats: bool


@dataclass(frozen=True, slots=True)
class _Ready:
    """A compiled rule; `plain` where one token fills each slot."""

    rule: ClaimRule
    steps: tuple[_Step, ...]
    plain: bool

    def may_match(self, present: int) -> bool:
        """Whether the bits of a view's tokens, taken together, have what each slot needs."""
        return all(step.may_stay_empty or step.need.may_fit(present) for step in self.steps)

    def matches(self, tokens: Sequence[int]) -> Iterator[Match]:
        return self._side_by_side(tokens) if self.plain else self._over_gaps(tokens)

    def _side_by_side(self, tokens: Sequence[int]) -> Iterator[Match]:
        """Tokens in a row that fit the slots one by one."""
        first = self.steps[0].need.wanted
        for start in range(len(tokens) - len(self.steps) + 1):
            if tokens[start] & first != first:
                continue
            for place, step in enumerate(self.steps, start):
                if not step.need.fits(tokens[place]):
                    break
            else:
                yield self._match(start, range(len(self.steps)))

    def _over_gaps(self, tokens: Sequence[int]) -> Iterator[Match]:
        """The same where slots may stay empty or repeat, the match that ends first at the head."""
        if not self._in_order(tokens):
            return
        found: dict[tuple[int, int], list[int]] = {}
        for start in range(len(tokens)):
            for taken in self._ways(tokens, start, 0):
                found.setdefault((start + len(taken), start), taken)
        for (_, start), taken in sorted(found.items()):
            yield self._match(start, taken)

    def _in_order(self, tokens: Sequence[int]) -> bool:
        """Whether tokens that fit the slots which must be filled stand in their order: in most views they do not."""
        needed = [step.need for step in self.steps if not step.may_stay_empty]
        place = 0
        for token in tokens if needed else ():
            if needed[place].fits(token):
                place += 1
                if place == len(needed):
                    return True
        return not needed

    def _ways(self, tokens: Sequence[int], at: int, place: int) -> Iterator[list[int]]:
        """Every way in which the slots from this one on take the tokens from `at` on: the slot of each token."""
        if place == len(self.steps):
            yield []
            return
        step = self.steps[place]
        if at < len(tokens) and step.need.fits(tokens[at]):
            for after in (place + 1, place) if step.repeats else (place + 1,):
                for rest in self._ways(tokens, at + 1, after):
                    yield [place, *rest]
        if step.may_stay_empty:
            yield from self._ways(tokens, at, place + 1)

    def _match(self, start: int, taken: Sequence[int]) -> Match:
        named = ((self.steps[place].name, index) for index, place in enumerate(taken, start))
        return Match(self.rule, {name: index for name, index in named if name})


class RuleSet:
    """All claim rules, ready to run on views. Each is tried only on a view that has what it needs: few have."""

    def __init__(self, rules: tuple[ClaimRule, ...]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        words = sorted({word for rule in rules for slot in rule.slots for word in slot.words})
        self._words = {word: 1 << place for place, word in enumerate(words, len(FEATURES))}
        self._heads = {word.replace("_", " "): bit for word, bit in self._words.items()}
        ready = [self._compiled(rule) for rule in rules]
        self._views = {view: [one for one in ready if one.rule.view in ("both", view)] for view in ("near", "main")}
        self._candidates = lru_cache(KEPT)(self._may_match)

    def match(self, tokens: list[Token], view: str) -> list[Match]:
        """Every match of every rule on one view, in the order of the rules."""
        heads = self._heads
        bits = [token.features | heads.get(token.members[-1].head, 0) for token in tokens]
        candidates = self._candidates(view, reduce(or_, bits, 0))
        return [match for ready in candidates for match in ready.matches(bits)]

    def _may_match(self, view: str, present: int) -> list[_Ready]:
        return [ready for ready in self._views[view] if ready.may_match(present)]

    def _compiled(self, rule: ClaimRule) -> _Ready:
        steps = tuple(step for slot in rule.slots for step in self._steps(slot))
        return _Ready(rule, steps, not any(step.may_stay_empty or step.repeats for step in steps))

    def _steps(self, slot: Slot) -> Iterator[_Step]:
        need = Need(0, 0, (sum(self._words[word] for word in slot.words),)) if slot.words else need_of(slot.features)
        if slot.often == "+":  # one, and then as many as there are
            yield _Step(slot.name, need, False, False)
        yield _Step(slot.name, need, slot.often != "", slot.often in ("*", "+"))


@cache
def rule_set() -> RuleSet:
    """The rules of models/rules/*.toml. Raises RuleError for a broken one."""
    return RuleSet(tuple(read_rule(table) for name in FILES for table in load(f"rules/{name}").get("claim", [])))
