"""A span that may be a name, and what speaks for each label."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.names.lexicon import Kind
from extract.names.tables import PlaceRecord, place
from extract.names.tokens import Token
from models.vocabulary import Label


@dataclass(slots=True)
class Proposal:
    """Words that may be a name. `fixed` labels are not put to the vote; `title` is the word of address before it."""

    tokens: Sequence[Token]
    label: Label | None = None
    rule: str = ""
    canonical: str = ""
    fixed: bool = False
    title: str = ""
    name: str = field(init=False)  # with straight apostrophes and single spaces; small words between as written
    place: PlaceRecord | None = None
    own: dict[Label, float] = field(default_factory=dict)  # what its words say, the same for every mention
    scores: dict[Label, float] = field(default_factory=dict)  # what the words beside it say
    votes: list[str] = field(default_factory=list)  # the rules that had a say
    rules: dict[Label, str] = field(default_factory=dict)
    heaviest: dict[Label, float] = field(default_factory=dict)
    heading: bool = False
    lead: int = 0  # characters in small letters that belong to it before its first word
    tail: int = 0  # and behind its last

    @property
    def start(self) -> int:
        return self.tokens[0].start - self.lead

    @property
    def end(self) -> int:
        return self.tokens[-1].end + self.tail

    def score(self, label: Label) -> float:
        return self.own.get(label, 0) + self.scores.get(label, 0)

    def __post_init__(self) -> None:
        self.name = written(self.tokens)


def place_of(tokens: Sequence[Token]) -> PlaceRecord | None:
    """The place of that name; one written in capitals ("KABUL") is looked for with small letters."""
    name = with_possessives(tokens)
    if found := place(name):
        return found
    if all(token.kind & Kind.CAPITALS for token in tokens) and len(name) > 3:
        found = place(name.title())
        return found if found is None or found.rank >= 4 else None
    return None


def with_possessives(tokens: Sequence[Token]) -> str:
    """The name with the possessives inside it."""
    name = written(tokens)
    for token in tokens[:-1]:
        if token.possessive:
            name = name.replace(token.word, token.word + ("'" if token.word.endswith("s") else "'s"), 1)
    return name


def written(tokens: Sequence[Token]) -> str:
    parts = [tokens[0].word]
    for token in tokens[1:]:
        parts.append(" " if token.gap == " " else f" {token.gap.removeprefix('~')} ")
        parts.append(token.word)
    return "".join(parts)
