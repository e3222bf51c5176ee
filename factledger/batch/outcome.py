"""What became of one document, and of a whole run."""

from dataclasses import dataclass, field, replace
from typing import Any

from db import Reread
from factledger.batch.work import Counts
from factledger.problem import Problem

NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class Near:
    """A document of the ledger that is most likely the same text; `likeness` is the share of word runs in common."""

    document: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: a document of the ledger, or the problem.

    `new` is False if it was known, `again` what reading it again changed; `notes` say what in it could not be read.
    """

    name: str
    document: str = ""
    new: bool = False
    again: Reread | None = None
    counts: Counts = NOTHING
    seconds: dict[str, float] = field(default_factory=dict)
    near: Near | None = None
    notes: tuple[str, ...] = ()
    problem: Problem | None = None

    @property
    def sentence(self) -> str:
        """The problem in one sentence that names the file and the remedy; "" if there is none."""
        return self.problem.about(self.name) if self.problem else ""

    @property
    def took(self) -> float:
        """Seconds of work, of all stages."""
        return sum(self.seconds.values())


@dataclass(slots=True)
class Report:
    """What came of a run: counts of documents and of what is in the new ones, seconds of work by stage."""

    new: int = 0
    known: int = 0
    again: int = 0
    failed: int = 0
    near: int = 0
    counts: Counts = NOTHING
    seconds: dict[str, float] = field(default_factory=dict)
    clock: float = 0.0
    stale: int = 0

    def count(self, outcome: Outcome) -> None:
        """Adds one document."""
        self.new += outcome.new
        self.again += outcome.again is not None
        self.failed += outcome.problem is not None
        self.known += not (outcome.new or outcome.again or outcome.problem)
        self.near += outcome.near is not None
        self.stale += outcome.again.stale if outcome.again else 0
        if outcome.new:
            names = Counts.__slots__
            self.counts = replace(self.counts, **{
                name: getattr(self.counts, name) + getattr(outcome.counts, name) for name in names
            })
        for stage, seconds in outcome.seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds

    @property
    def documents(self) -> int:
        """How many sources came to an end."""
        return self.new + self.known + self.again + self.failed

    @property
    def record(self) -> dict[str, Any]:
        """The JSON form."""
        documents = {name: getattr(self, name) for name in ("new", "known", "again", "failed", "near", "stale")}
        counts = {name: getattr(self.counts, name) for name in Counts.__slots__}
        rounded = {stage: round(seconds, 3) for stage, seconds in self.seconds.items()}
        return {**documents, **counts, "seconds": rounded, "clock": round(self.clock, 3)}
