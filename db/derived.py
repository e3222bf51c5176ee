"""What all decisions of a ledger amount to, derived anew: most claims many at a time, the others one by one."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from db import settings, state_cache, tables, tallies
from db.decisions import last_said, said_of, state_of, words_said
from db.states import State, outcome

AT_ONCE = 10_000  # claims

# a claim's row, its state (None: another claim took its place) and correction, and what each reviewer said last
Derived = tuple[int, State | None, str | None, dict[int, str]]


def derived(connection: Connection) -> Iterator[Derived]:
    """Of each claim of which anything was said or became; all others are open."""
    followed = _followed(connection)
    yield from _judged(connection, followed)
    for row in sorted(followed):
        yield row, *state_of(connection, row), said_of(connection, row)


def renew_all(connection: Connection) -> int:
    """Derives the state of every claim, and all caches of it; how many claims there are."""
    connection.execute(delete(tables.said))
    state_cache.reset(connection)
    for some in _batches(connection):
        state_cache.write(connection, [(row, state, corrected) for row, state, corrected, _ in some])
        _write_said(connection, some)
    tallies.rebuild(connection)
    return int(connection.execute(select(func.count()).select_from(tables.claim)).scalar_one())


def renew_states(connection: Connection) -> None:
    """Derives the state of every claim that anyone decided: what makes one verified is another thing now."""
    for some in _batches(connection):
        state_cache.write(connection, [(row, state, corrected) for row, state, corrected, _ in some])
    tallies.rebuild(connection)


def _batches(connection: Connection) -> Iterator[list[Derived]]:
    found = derived(connection)
    while some := list(islice(found, AT_ONCE)):
        yield some


def _write_said(connection: Connection, found: Iterable[Derived]) -> None:
    rows = [{"claim": row, "reviewer": reviewer, "verdict": verdict}
            for row, _, _, said in found for reviewer, verdict in said.items()]
    if rows:
        connection.execute(insert(tables.said), rows)


def _followed(connection: Connection) -> set[int]:
    """The claims that another one took the place of, or that took another one's."""
    table = tables.succession.c
    columns = [connection.execute(select(column).distinct()).scalars() for column in (table.old, table.new)]
    return {row for column in columns for row in column} - {None}


def _judged(connection: Connection, followed: set[int]) -> Iterator[Derived]:
    """The claims on which someone decided and that nothing ever happened to otherwise."""
    decision, claim = tables.decision.c, tables.claim.c
    rows: Any = connection.execute(
        select(decision.claim, claim.event, decision.id, decision.reviewer, decision.verdict, decision.corrected,
               decision.follows)
        .join(tables.claim, claim.id == decision.claim).order_by(decision.claim, decision.id)
    ).all()

    @cache
    def required(event: str) -> int:
        return settings.required(connection, event)

    for row, said in groupby(rows, lambda each: each.claim):
        if row not in followed:
            yield _of_words(row, list(said), required)


def _of_words(row: int, said: list[Any], required: Any) -> Derived:
    words = words_said(said)
    state, word = outcome(words, required(said[0].event))
    return row, state, word if state == "corrected" else None, last_said(words)
