"""The version of the tables: a new database gets the newest, an older one is brought up step by step.

A step is a function that changes version n to n + 1, added at the end of STEPS and never edited afterwards.
Caches come out of a step empty: they are derived anew after the last one.
An append-only table is only ever extended by nullable columns: rebuilding it would drop its triggers.
"""

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select, update

from db import append_only, events, search, steps, steps_review, steps_runs, steps_storing, tables
from db.derived import renew_all
from db.errors import NewerVersion, StoreError

STEPS: list[Callable[[Connection], None]] = [
    steps.log_events, steps.follow_claims, steps.correct_claims, steps_review.queue_claims, steps_runs.report_runs,
    steps_review.open_accounts, steps_review.keep_comments, steps_review.index_words,
    steps_storing.drop_unused, steps_storing.label_pages, steps_storing.narrow_the_queue,
]


def newest() -> int:
    """The version that this program writes."""
    return 1 + len(STEPS)


def version(connection: Connection, name: str) -> int:
    """The database's version, 0 when it is empty. Raises StoreError when it belongs to another program."""
    found = inspect(connection).get_table_names()
    if "ledger" in found:
        return int(connection.execute(select(tables.ledger.c.version)).scalar_one())
    if found:
        raise StoreError(f"{name} is a database of another program: name another one with --db")
    return 0


def check(found: int, name: str) -> None:
    """Raises NewerVersion when this program is too old for the database."""
    if found > newest():
        raise NewerVersion(
            f"{name} was written by a newer FactLedger (version {found} of the tables, this program knows {newest()}): "
            "update the program"
        )


def upgrade(connection: Connection, name: str) -> None:
    """Brings the database to the newest version, within the caller's transaction."""
    found = version(connection, name)
    check(found, name)
    if not found:
        tables.metadata.create_all(connection)
        append_only.protect(connection)
        search.create(connection)
        connection.execute(insert(tables.ledger).values(version=newest()))
        events.append(connection, "ledger", detail={"version": newest()})
        return
    for step in STEPS[found - 1:]:
        step(connection)
    for trigger in append_only.missing(connection):
        raise StoreError(f"the upgrade of {name} would lose the trigger {trigger}: nothing was changed, report this")
    renew_all(connection)
    search.rebuild(connection)
    events.append(connection, "upgrade", detail={"from": found, "to": newest()})
    connection.execute(update(tables.ledger).values(version=newest()))
