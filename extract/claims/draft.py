"""A claim in the making: the stages fill its slots one after the other."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from extract.groups import Group, Unit, build_groups
from extract.groups.join import join_groups
from extract.numbers import Number
from models import Block, Counted, Mention, Phrase, Place, Source, Span, When, Whole
from models.vocabulary import Polarity, Status

UNCOUNTED = Counted("", "")


@dataclass
class Sentence:
    """One sentence with all that was found in it; `index` counts sentences, `paragraph` is where its block begins.

    `counts`: a number in it may be a claim. `cut` gives its units; they and its groups are read when somebody asks for
    them: of most sentences nobody does.
    """

    index: int
    span: Span
    block: Block
    paragraph: int
    counts: bool
    mentions: list[Mention]
    cut: Callable[[int], list[Unit]]
    drafts: list["Draft"] = field(default_factory=list)

    @cached_property
    def units(self) -> list[Unit]:
        return self.cut(self.index)

    @cached_property
    def groups(self) -> list[Group]:
        return join_groups(build_groups(self.units), self.units)


@dataclass(slots=True)
class Draft:
    """A number bound to an event; `anchor` is the group of the words that name the event."""

    sentence: Sentence
    group: Group
    number: Number
    event: str
    rule: str
    rank: int
    status: Status
    polarity: Polarity
    anchor: Group | None = None
    counted: Counted = UNCOUNTED
    evidence: dict[str, Span] = field(default_factory=dict)
    source: Source | None = None
    as_of: When | None = None
    happened: When | None = None
    place: Place | None = None
    charges: tuple[Phrase, ...] = ()
    actor: Phrase | None = None
    whole: Whole | None = None
    superset: "Draft | None" = None
    carried: bool = False
    key: str = ""  # once it is finished
    doubts: int = 0

    @property
    def extent(self) -> Span:
        """From the first to the last of its words: not to the head of a table's column, which may stand far above."""
        start, end = min(self.number.start, self.group.start), max(self.number.end, self.group.end)
        for role, span in self.evidence.items():
            if role != "head":
                start, end = min(start, span.start), max(end, span.end)
        return Span(start, end)
