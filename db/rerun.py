"""A known source read again with other rules: what was decided stays, or is shown to someone again.

Each old claim gets one row of `succession` if anything became of it:
`carried` (decided, and the same claim still), `renewed` (the same claim, not decided), `stale` (decided, and another
claim took its place), `changed` (not decided, and another took its place), `orphaned` (decided, and nothing took its
place: it stays in the ledger as stale), `gone` (not decided, and nothing took its place).
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from db import events, lineage, state_cache, tables
from db.anchors import Fate, Placed, anchor, fates
from db.decisions import renew
from db.digest import found_digest
from db.errors import StoreError
from db.keep import END, KEY, RECORD, START, keep_claims, keep_document, keep_found, known
from db.prepared import REVIEWER, Prepared, Row
from db.records import Reread


@dataclass(frozen=True, slots=True)
class Old:
    """A claim as the ledger has it."""

    row: int
    placed: Placed
    decided: bool
    orphaned: bool


def rerun(connection: Connection, made: Prepared, run: int) -> Reread:
    """Writes the new reading and what became of each claim of the earlier one, within the caller's transaction."""
    if known(connection, made.sha256) is None:
        raise StoreError("a document that is not in the ledger cannot be read again: ingest it first")
    public_id, row = _reading(connection, made)
    earlier = _earlier(connection, made.sha256, row)
    _supersede(connection, made.sha256, run)
    keep_found(connection, made, row, run)
    fresh = [_placed(made.text, claim, row) for claim in made.claims.rows]
    ends = fates([old.placed for old in earlier], fresh)
    rows = _keep_new(connection, made, (row, run), _unmoved(earlier, fresh, ends))
    outcomes = _succeed(connection, run, earlier, ends, rows)
    events.append(connection, "re-run", source=made.sha256, detail={
        "document": public_id, "run": run, "digest": found_digest(connection, row, run),
        "claims": lineage.written(connection, run, [old.row for old in earlier]),
    })
    successors = {end.new for end in ends if end.new is not None}
    return Reread(public_id, new=len(fresh) - len(successors), **outcomes)


def _placed(text: str, claim: Row, document: int) -> Placed:
    key, start, end, record = claim[KEY], claim[START], claim[END], claim[RECORD]
    return Placed(document, start, end, record, anchor(text, start, end, key))


def _earlier(connection: Connection, sha256: str, reading: int) -> list[Old]:
    """The claims of this source that the ledger shows, orphans among them.

    What a person found in the text that is read again is not the rules' to find: it stays.
    """
    claim, document = tables.claim, tables.document
    texts: Any = connection.execute(select(document.c.id, document.c.text).where(document.c.source_sha256 == sha256))
    text: dict[int, str] = dict(iter(texts))
    mine = and_(claim.c.rule == REVIEWER, claim.c.document == reading)
    rows = connection.execute(
        select(claim.c.id, claim.c.document, claim.c.start, claim.c.end, claim.c.record, claim.c.key)
        .join(tables.claim_state).where(claim.c.document.in_(text), ~mine).order_by(claim.c.id)
    ).all()
    return [
        Old(row, Placed(read, start, end, record, anchor(text[read], start, end, key)),
            lineage.decided(connection, row), lineage.orphaned(connection, row) is not None)
        for row, read, start, end, record, key in rows
    ]


def _reading(connection: Connection, made: Prepared) -> tuple[str, int]:
    """The reading of this text, new or known."""
    table = tables.document.c
    row = connection.execute(select(table.public_id, table.id).where(
        table.source_sha256 == made.sha256, table.text_sha256 == made.text_sha256,
    )).first()
    return (row[0], row[1]) if row else keep_document(connection, made)


def _supersede(connection: Connection, sha256: str, run: int) -> None:
    table = tables.extraction
    readings = select(tables.document.c.id).where(tables.document.c.source_sha256 == sha256)
    connection.execute(update(table).where(
        table.c.document.in_(readings), table.c.superseded_by.is_(None),
    ).values(superseded_by=run))


def _unmoved(earlier: list[Old], fresh: list[Placed], ends: list[Fate]) -> dict[int, int]:
    """The new claims that are in the ledger already, in every word: their number and the row."""
    return {
        end.new: old.row for old, end in zip(earlier, ends, strict=True)
        if end.new is not None and end.same and fresh[end.new] == old.placed
    }


def _keep_new(
    connection: Connection, found: Prepared, place: tuple[int, int], there: dict[int, int]
) -> list[int]:
    """The row of each claim, written now unless it is there."""
    numbers = [number for number in range(len(found.claims.rows)) if number not in there]
    ids = keep_claims(connection, [found.claims.rows[number] for number in numbers], found.text, *place)
    made = _rows_of(connection, *place)
    rows = there | {number: made[name] for number, name in zip(numbers, ids, strict=True)}
    return [rows[number] for number in range(len(found.claims.rows))]


def _rows_of(connection: Connection, document: int, run: int) -> dict[str, int]:
    """The row of each claim that a run wrote of a document, by its public id."""
    table = tables.claim.c
    chosen = select(table.public_id, table.id).where(table.document == document, table.run == run)
    rows: Any = connection.execute(chosen)
    return dict(iter(rows))


def _succeed(
    connection: Connection, run: int, earlier: list[Old], ends: list[Fate], rows: list[int]
) -> dict[str, int]:
    """Writes what became of each old claim; how many of each kind, as the fields of Reread."""
    count: Counter[str] = Counter({"same": 0, "carried": 0, "changed": 0, "gone": 0, "stale": 0, "orphaned": 0})
    touched = []
    for old, end in zip(earlier, ends, strict=True):
        new = None if end.new is None else rows[end.new]
        outcome = _outcome(old, end)
        count[{"renewed": "same", "stale": "changed", "orphaned": "gone"}.get(outcome, outcome)] += 1
        count["stale"] += outcome in ("stale", "orphaned")
        count["orphaned"] += outcome == "orphaned"
        if _moved(old, new, outcome):
            _write(connection, run, old.row, new, outcome)
            touched += [row for row in (old.row, new) if row is not None]
    for row in dict.fromkeys(touched):
        renew(connection, row)
    return dict(count)


def _outcome(old: Old, end: Fate) -> str:
    if end.same:
        return "carried" if old.decided else "renewed"
    if end.new is not None:
        return "stale" if old.decided else "changed"
    return "orphaned" if old.decided else "gone"


def _moved(old: Old, new: int | None, outcome: str) -> bool:
    """Whether there is anything to write: a claim that stays, or an orphan that stays one, needs no row."""
    return outcome != "orphaned" if old.orphaned else new != old.row


def _write(connection: Connection, run: int, old: int, new: int | None, outcome: str) -> None:
    """`decisions` is how many the whole ledger had: later ones on an orphan count."""
    last = connection.execute(select(func.coalesce(func.max(tables.decision.c.id), 0))).scalar_one()
    connection.execute(insert(tables.succession).values(run=run, old=old, new=new, outcome=outcome, decisions=last))
    if new != old and outcome != "orphaned":
        state_cache.drop(connection, old)
