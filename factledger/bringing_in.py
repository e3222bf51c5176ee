"""Decisions made elsewhere, brought into a ledger one by one; nothing in it is overwritten."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from db import Store, StoredClaim, StoreError
from factledger.checked_cells import TELLING, NoCorrection, changed, correction
from factledger.decision_files import Line

ADDED, KNOWN, ALONE = "added", "known", "left alone"
Said = tuple[str, str | None, str]  # verdict, reason, and the correction as JSON
Telling = tuple[str, dict[str, Any], dict[str, Any]]  # a claim's id; what it was found with, and has now, of what tells


def bring_in(store: Store, lines: Iterable[Line]) -> Iterator[str]:
    """What became of each line: added, known, left alone, or the reason that it was not brought in."""
    claims, said = _claims_by_key(store), _last_words(store)
    for line in lines:
        found = _meant(claims.get(line.key, []), line.claim)
        if line.problem or (len(found) != 1 and line.verdict):
            yield line.problem or _unmatched(line.key, len(found))
        elif not line.verdict:
            yield _untold(line.cells or {}, found)
        else:
            try:
                yield _decided(store, line, found[0][0], said)
            except (StoreError, NoCorrection) as error:
                yield str(error)


def _decided(store: Store, line: Line, claim: str, said: dict[tuple[str, str], Said]) -> str:
    """Adds the decision, unless this reviewer said the same last. Raises StoreError or NoCorrection."""
    slots = _slots(line, store.claim(claim)) if line.cells is not None or line.corrected else {}
    word: Said = (line.verdict, line.reason, _written(slots))
    if said.get((claim, line.reviewer)) == word:
        return KNOWN
    if line.verdict == "correct":
        store.correct(claim, slots, line.reviewer, line.reason)
    else:
        store.decide(claim, line.verdict, line.reviewer, line.reason, _followed(store, claim, slots, line.reviewer))
    said[claim, line.reviewer] = word
    return ADDED


def _slots(line: Line, stored: StoredClaim) -> dict[str, Any]:
    """What the line corrects, or what the correction said that it approves. Raises NoCorrection."""
    if line.corrected is not None:
        return dict(line.corrected)
    cells = line.cells or {}
    columns = changed(cells, stored.record, stored.record)
    if line.verdict == "correct":
        if not columns:
            raise NoCorrection("no cell was changed: write approve, or change what is wrong")
        return correction(cells, columns, stored.record)
    if line.verdict == "reject" or not columns:
        return {}
    corrected = {**stored.record, **(stored.corrected or {})}
    if other := changed(cells, corrected, corrected):
        raise NoCorrection(f"{other[0]} was changed: write correct as the verdict, or put it back")
    return dict(stored.corrected or {})  # the row was exported as corrected, and is right so


def _followed(store: Store, claim: str, slots: Mapping[str, Any], reviewer: str) -> int | None:
    """The number of the correction that is approved. Raises NoCorrection if there is none such here."""
    if not slots:
        return None
    made = [said.number for said in store.decisions(claim)
            if said.standing and said.corrected == slots and said.reviewer != reviewer]
    if not made:
        raise NoCorrection("it approves a correction that is not in this ledger: bring that one in first")
    return made[-1]


def _untold(cells: Mapping[str, str], found: list[Telling]) -> str:
    """A row without a verdict is left alone; that its value or event was changed is said."""
    if len(found) == 1 and (columns := changed(cells, found[0][1], found[0][2], TELLING)):
        return f"{columns[0]} was changed, but the row has no verdict: write correct as its verdict, or put it back"
    return ALONE


def _meant(found: list[Telling], claim: str | None) -> list[Telling]:
    """Of several claims with one key, the one whose id is given."""
    named = [one for one in found if one[0] == claim]
    return named if len(found) > 1 and named else found


def _unmatched(key: str, number: int) -> str:
    if number:
        return f"{number} claims have the key {key}: say which by claim_id"
    return f"no claim here has the key {key}"


def _claims_by_key(store: Store) -> dict[str, list[Telling]]:
    claims: dict[str, list[Telling]] = defaultdict(list)
    for stored in store.claims():
        found = _telling(stored.record)
        now = _telling({**stored.record, **stored.corrected}) if stored.corrected else found
        claims[stored.record["key"]].append((stored.id, found, now))
    return claims


def _telling(record: Mapping[str, Any]) -> dict[str, Any]:
    quantity = record["quantity"]
    return {"event": record["event"], "quantity": {"low": quantity["low"], "high": quantity["high"]}}


def _last_words(store: Store) -> dict[tuple[str, str], Said]:
    """What each reviewer said last of each claim."""
    words: dict[tuple[str, str], Said] = {}
    made: dict[int, Mapping[str, Any]] = {}
    for said in store.decisions():
        if said.corrected:
            made[said.number] = said.corrected
        if said.standing:
            of = said.corrected or made.get(said.follows or 0) or {}
            words[said.claim, said.reviewer] = (said.verdict, said.reason, _written(of))
    return words


def _written(slots: Mapping[str, Any]) -> str:
    return json.dumps(slots, sort_keys=True)
