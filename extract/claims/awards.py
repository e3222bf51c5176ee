"""Sums under a verb or noun that awards them: "is to pay the following amounts: (i) EUR 10,000 ..."."""

from functools import cache

from extract.claims.draft import Draft, Sentence
from extract.claims.wholes import STATED
from extract.groups import Group
from models.rules import load, word_set

AWARDED = "sum-in-a-list-of-awards"
REACH = 12  # sentences that a list of awards may run on


class Awards:
    """Sums without an event of their own take that of the last word before them that awards or fines."""

    def __init__(self) -> None:
        self._open_until, self._running = -1, ""
        self._behind: list[Sentence] = []  # the last sentences of those before

    def fill(self, rows: list[Sentence]) -> None:
        """Goes on to these sentences, which follow those before."""
        line = [*self._behind, *rows]
        self._behind = line[-REACH:]
        for row in _up_to_sums(line):
            words = [(group.start, event) for group in row.groups if (event := _event(group))]
            if row.index > self._open_until or _closes(row):
                self._running = ""
            for draft in row.drafts:
                if _is_open(draft) and not _is_converted(draft, row):
                    start = draft.number.start
                    event = next((event for at, event in reversed(words) if at < start), self._running)
                    if event:
                        draft.event, draft.rule, draft.carried = event, AWARDED, True
            if words and _runs_on(row):
                self._open_until, self._running = row.index + REACH, words[0][1]


def _up_to_sums(line: list[Sentence]) -> list[Sentence]:
    """The sentences with such sums, each with those before it in whose list it may stand."""
    sums = [at for at, row in enumerate(line) if any(map(_is_open, row.drafts))]
    return [line[at] for at in sorted({near for at in sums for near in range(max(0, at - REACH), at + 1)})]


def _is_open(draft: Draft) -> bool:
    return draft.number.kind == "money" and draft.rule == STATED


def _is_converted(draft: Draft, row: Sentence) -> bool:
    """ "8,000 francs (EUR 1,200)": the same sum once more, in another currency or in words."""
    index = next((i for i, group in enumerate(row.groups) if group is draft.group), 0)
    before = row.groups[max(0, index - 2) : index]
    return [group.kind for group in before] == ["NG", "OPEN"] and "money" in before[0].flags


def _event(group: Group) -> str:
    """compensated or fined, where the group's word orders a payment."""
    if group.kind == "VG":
        return _awarding("verbs").get(group.head, "") if "gerund" not in group.flags else ""
    return _awarding("nouns").get(group.head, "") if group.kind == "NG" else ""


@cache
def _awarding(kind: str) -> dict[str, str]:
    """word -> the event; a word of both is a fine."""
    words = load("words/awards")
    return {word: event for event in ("compensated", "fined") for word in words[event][kind]}


def _runs_on(row: Sentence) -> bool:
    last = row.groups[-1].text if row.groups else ""
    return last in (":", ";", ",") or any("following" in group.text for group in row.groups)


def _closes(row: Sentence) -> bool:
    """A new holding ends the list; an item "(ii) EUR 500 in respect of costs" goes on with it."""
    return any(group.kind == "VG" and group.head in word_set("words/awards", "ending") for group in row.groups)
