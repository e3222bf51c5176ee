"""A claim in the making: the stages fill its slots one after the other."""

from dataclasses import dataclass, field

from extract.groups import Group, Unit
from extract.numbers import Number
from models import Block, Counted, Mention, Phrase, Place, Source, Span, When, Whole
from models.vocabulary import Polarity, Status

UNCOUNTED = Counted("", "")


@dataclass(slots=True)
class Sentence:
    """One sentence with all that was found in it; `index` counts sentences, `paragraph` is where its block begins."""

    index: int
    span: Span
    block: Block
    paragraph: int
    units: list[Unit]
    groups: list[Group]
    mentions: list[Mention]
    drafts: list["Draft"] = field(default_factory=list)


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
    def start(self) -> int:
        return min([self.number.start, self.group.start, *(span.start for span in self._own())])

    @property
    def end(self) -> int:
        return max([self.number.end, self.group.end, *(span.end for span in self._own())])

    def _own(self) -> list[Span]:
        """The evidence without the head of a table's column, which may stand far above."""
        return [span for role, span in self.evidence.items() if role != "head"]
