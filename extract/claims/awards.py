"""Sums in a list under a verb that awards them: "is to pay the applicants the following amounts: (i) EUR 10,000 ..."."""

from extract.claims.draft import Sentence
from extract.claims.find import STATED
from models.rules import load

AWARDED = "sum-in-a-list-of-awards"
REACH = 12  # sentences that a list of awards may run on


def award_sums(rows: list[Sentence]) -> None:
    """Sums without an event of their own take that of the verb or noun over them: paid, awarded, fined."""
    open_until, event, at = -1, "", 0
    for row in rows:
        found = _award(row)
        if found:
            (event, at), open_until = found, row.index + (REACH if _runs_on(row) else 0)
        elif row.index > open_until or _closes(row):
            open_until = -1
            continue
        for draft in row.drafts:
            if draft.number.kind == "money" and draft.rule == STATED and (not found or draft.number.start > at):
                draft.event, draft.rule, draft.carried = event, AWARDED, True


def _award(row: Sentence) -> tuple[str, int] | None:
    """The event that the sentence's sums stand under, and where its word stands."""
    words = load("words/awards")
    for group in row.groups:
        for event in ("fined", "compensated"):
            verbs = (
                group.kind == "VG"
                and group.flags & {"infinitive", "passive", "active"}
                and group.head in words[event]["verbs"]
            )
            nouns = group.kind == "NG" and group.head in words[event]["nouns"]
            if verbs or nouns:
                return event, group.start
    return None


def _runs_on(row: Sentence) -> bool:
    last = row.groups[-1].text if row.groups else ""
    return last in (":", ";", ",") or any(
        group.text == "following" or "following" in group.text for group in row.groups
    )


def _closes(row: Sentence) -> bool:
    """A new finite sentence ends the list; an item "(ii) EUR 500 in respect of costs" goes on with it."""
    first = next((group for group in row.groups if group.kind not in ("OPEN", "CLOSE", "X", "STOP")), None)
    return any(g.kind == "VG" and g.head in load("words/awards")["ending"] for g in row.groups) or first is None
