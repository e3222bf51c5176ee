"""What people write about a claim, in the order of writing."""

from typing import Any

from sqlalchemy import Connection, insert, select

from db import events, lineage, reviewers, tables
from db.clock import now
from db.errors import StoreError
from db.work_records import Comment

LONGEST = 10_000  # characters


def add(connection: Connection, claim: int, who: str, written: str) -> Comment:
    """Keeps a comment on the claim in this row. Raises StoreError when it is empty or too long."""
    words = written.strip()
    if not words:
        raise StoreError("the comment is empty: write something first")
    if len(words) > LONGEST:
        raise StoreError(f"the comment has {len(words):,} characters: {LONGEST:,} are kept, make it shorter")
    row, name = reviewers.may_write(connection, who)
    at = now()
    values = {"claim": claim, "reviewer": row, "made_at": at, "text": words}
    number = connection.execute(insert(tables.comment).values(values).returning(tables.comment.c.id)).scalar_one()
    public_id, key, source = events.about(connection, claim)
    events.append(connection, "comment", name, key, source, {
        "comment": int(number), "claim": public_id, "text": words,
    }, at)
    return Comment(int(number), public_id, name, at, words)


def of(connection: Connection, claim: int) -> list[Comment]:
    """The comments on a claim, and on those whose place it took."""
    rows = [*lineage.carried(connection, claim), *lineage.stale(connection, claim)]
    return everything(connection, tables.comment.c.claim.in_(rows))


def everything(connection: Connection, *fits: Any) -> list[Comment]:
    """The comments that fit, the oldest first, each with the id that its claim had then."""
    comment, claim, reviewer = tables.comment.c, tables.claim.c, tables.reviewer.c
    chosen = select(comment.id, claim.public_id, reviewer.name, comment.made_at, comment.text).select_from(
        tables.comment.join(tables.claim).join(tables.reviewer)
    )
    return [Comment(*row) for row in connection.execute(chosen.where(*fits).order_by(comment.id))]
