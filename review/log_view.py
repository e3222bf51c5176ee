"""An event of the log in words, as far as a visitor may know it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from db import Event, Store, StoreError
from review.person import Person

VERDICTS = {
    "approve": "approved", "reject": "rejected", "correct": "corrected", "flag": "flagged", "skip": "skipped",
    "withdraw": "took back the verdict",
}
SAYS = {
    "ledger": "began the ledger", "upgrade": "upgraded the ledger to version {to}",
    "run started": "started run {run}", "run finished": "finished run {run}",
    "import": "read {name} in run {run}", "re-run": "read it again in run {run}",
    "reviewer": "joined the reviewers", "comment": "wrote", "missed": "added a claim that was missed",
    "look": "looked at the unread number at {start}", "unlook": "wants the number at {start} looked at again",
    "setting": "set {name} to {value}", "account": "gave {name} the account of a {role}",
}
DECIDED = ("decision", "correction")
# what a visitor can ask for: decisions and corrections together, since which one it is may have to stay hidden
KINDS: Mapping[str, tuple[str, ...]] = {
    "verdicts": DECIDED, "comments": ("comment",), "missed claims": ("missed",),
    "numbers looked at": ("look", "unlook"), "documents read": ("import", "re-run"),
    "runs": ("run started", "run finished"), "people": ("reviewer", "account"), "settings": ("setting",),
    "the ledger itself": ("ledger", "upgrade"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What an event `says`, what was written with it (`words`), and the claim and document that it is about.

    A `hidden` one is of another person's verdict on a claim that this visitor has yet to judge.
    """

    event: Event
    says: str
    words: str = ""
    claim: str = ""
    document: str = ""
    hidden: bool = False


def entries(store: Store, events: Iterable[Event], visitor: Person) -> list[Entry]:
    """Each event in words."""
    blind = _Blind(store, visitor)
    return [entry(event, blind.hides(event)) for event in events]


def entry(event: Event, hidden: bool = False) -> Entry:
    """One event in words. A detail that was tampered with says nothing, and stops nothing."""
    detail = _detail(event)
    words = "" if hidden else _text(detail, "reason") or _text(detail, "text")
    says = "gave a verdict" if hidden else _says(event.what, detail)
    return Entry(event, says, words, _text(detail, "claim"), _text(detail, "document"), hidden)


def _says(what: str, detail: Mapping[str, Any]) -> str:
    if what == "account" and detail.get("active") is False:
        return f"deactivated the account of {detail.get('name', '?')}"
    if what in DECIDED:
        slots = ", ".join(str(name).replace("_", " ") for name in detail.get("corrected") or ())
        return VERDICTS.get(detail.get("verdict", ""), what) + (f" {slots}" if slots else "")
    return SAYS[what].format_map(_Shown(detail)) if what in SAYS else what


class _Shown(dict[str, Any]):
    def __missing__(self, name: str) -> str:
        return "?"


class _Blind:
    """Which verdicts are hidden from a visitor: blind review holds in the log too."""

    def __init__(self, store: Store, visitor: Person) -> None:
        self._store, self._visitor = store, visitor
        self._visible: dict[str, set[int]] = {}

    def hides(self, event: Event) -> bool:
        detail = _detail(event)
        if event.what not in DECIDED or self._visitor.may("lead") or event.who == self._visitor.name:
            return False
        return detail.get("decision") not in self._numbers(_text(detail, "claim"))

    def _numbers(self, claim: str) -> set[int]:
        if claim not in self._visible:
            try:
                seen = self._store.visible_decisions(claim, self._visitor.name)
            except StoreError:
                seen = []
            self._visible[claim] = {decision.number for decision in seen}
        return self._visible[claim]


def _detail(event: Event) -> Mapping[str, Any]:
    return event.detail if isinstance(event.detail, dict) else {}


def _text(detail: Mapping[str, Any], name: str) -> str:
    value = detail.get(name)
    return value if isinstance(value, str) else ""
