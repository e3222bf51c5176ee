"""What the store hands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from db.states import State
from models import Claim, from_dict


@dataclass(frozen=True, slots=True)
class Added:
    """A document in the ledger; `new` is False when it was already known and nothing was written.

    `alike` has the id and the fingerprint of each earlier one that is perhaps nearly the same, in the order of adding.
    """

    document: str
    new: bool
    alike: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reread:
    """What a new reading of a known source made of its claims.

    Of the old ones, `same` and `carried` (those that were decided) are there as before, `changed` gave their place to
    another claim, `gone` left nothing behind. `stale` counts the decided ones among the last two: they are shown again,
    with what was said of them; the `orphaned` among these have no new claim beside them. `new` claims had no place.
    """

    document: str
    new: int = 0
    same: int = 0
    carried: int = 0
    changed: int = 0
    gone: int = 0
    stale: int = 0
    orphaned: int = 0


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document's entry: its id, what it says of itself, and how much was found in it."""

    id: str
    name: str
    title: str
    publisher: str | None
    published: str | None
    kind: str
    media_type: str
    language: str | None
    url: str | None
    sha256: str
    text_sha256: str
    claims: int
    numerals: int
    unread: int


@dataclass(frozen=True)
class StoredClaim:
    """A claim with its short id, its document's id and its state; `record` is the JSON form of the claim.

    `corrected` has the slots that reviewers corrected, where the state is `corrected`. `written` is the record as the
    ledger has it, JSON on one line.
    """

    id: str
    document: str
    state: State
    run: int
    record: Mapping[str, Any]
    corrected: Mapping[str, Any] | None = None
    written: str = ""

    @cached_property
    def claim(self) -> Claim:
        """The claim itself, as it was found."""
        return from_dict(Claim, dict(self.record))

    @cached_property
    def fact(self) -> Claim:
        """The claim as reviewers left it: corrected where they corrected it."""
        return from_dict(Claim, {**self.record, **(self.corrected or {})})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer said of a claim, and when (UTC, ISO 8601). `number` counts all decisions of the ledger.

    `made_on` is the id that the claim had then, if it was found anew since. A decision that is not `standing` was made
    on a claim whose place this one took: it is shown beside it, and counts no more. `corrected` has the slots that a
    correction changed; an approval that `follows` a decision is of that correction.
    """

    number: int
    claim: str
    reviewer: str
    reviewer_number: int
    verdict: str
    reason: str | None
    made_at: str
    made_on: str = ""
    standing: bool = True
    corrected: Mapping[str, Any] | None = None
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to the ledger, chained to what happened before; db.events says how.

    `detail` depends on `what`: ledger, upgrade, run started, run finished, import, reviewer, decision ...
    """

    number: int
    at: str
    who: str | None
    what: str
    claim: str | None
    source: str | None
    detail: Any
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the whole ledger found: the chain's head, how much was checked, and each problem, a sentence."""

    head: str
    events: int
    decisions: int
    documents: int
    claims: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on the `number` claims of an event ("" for all) that both judged; db.agreement.

    With a `slot`, on what each made of it, where both took the claim for one.
    """

    first: str
    second: str
    event: str
    number: int
    raw: float
    kappa: float | None
    ac1: float | None
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """A rule's record: its claims, how often reviewers approved, corrected and rejected one, and why they did not."""

    rule: str
    claims: int
    approved: int
    corrected: int
    rejected: int
    reasons: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One start of the extraction: which code and which rules; `report` is what the caller said came of it."""

    number: int
    code_version: str
    rules_sha256: str
    started_at: str
    finished_at: str | None = None
    report: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that a run could not keep: how the user called it, why, and what to do."""

    name: str
    fault: str
    remedy: str
    failed_at: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are wanted: those that fit every filter that is given.

    `place`, `source` (who says so) and `rule` are as they were found, `reviewer` is someone whose word on the claim
    stands, `max_confidence` is the highest.
    """

    document: str | None = None
    event: str | None = None
    state: str | None = None
    place: str | None = None
    source: str | None = None
    rule: str | None = None
    reviewer: str | None = None
    max_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """Claims to be looked at: those that fit, in the order of documents and text, or the most useful first.

    The most useful are those that the rules are least sure of; a figure that its document repeats for the same event
    comes earlier. Claims that are equal in this stand in the order of documents and text.
    """

    filters: Filters = field(default_factory=Filters)
    order: Literal["text", "useful"] = "text"


@dataclass(frozen=True, slots=True)
class Status:
    """How much the ledger holds. `events` counts the claims of each event by state, `fates` what became of numerals."""

    documents: int
    mentions: int
    claims: int
    decisions: int
    states: Mapping[str, int] = field(default_factory=dict)
    events: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    fates: Mapping[str, int] = field(default_factory=dict)
