"""What the tables hold, compared with what the chain of events says was written."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from db import accounts, comments, coverage, lineage, missed, settings, tables
from db.digest import found_digest
from db.events import canonical
from db.records import Event

Known = dict[Any, Any]


def compared(connection: Connection, log: list[Event]) -> Iterator[str]:
    """A sentence for each row that was changed, added or removed behind the log's back."""
    yield from _differences("decision", _decisions(connection), _said(log, ("decision", "correction"), _decision))
    yield from _differences("reviewer", _reviewers(connection), _said(log, ("reviewer",), _reviewer))
    yield from _differences("the account of", _accounts(connection), _said(log, ("account",), _account))
    yield from _differences("comment", _comments(connection), _said(log, ("comment",), _comment))
    yield from _differences("the look at", coverage.looks(connection), _looks(log))
    yield from _differences("claim", missed.digests(connection), _said(log, ("missed",), _missed))
    yield from _differences("run", _runs(connection), _run_events(log))
    yield from _sources(connection)
    yield from _differences("what was found in", _found(connection), _said(log, ("import", "re-run"), _import))
    yield from _differences("setting", settings.everything(connection), _said(log, ("setting",), _setting))
    yield from _differences("what became of claims in run", _successions(connection), _followed(log))


def _differences(kind: str, kept: Known, said: Known) -> Iterator[str]:
    for name in sorted(kept.keys() | said.keys(), key=str):
        if name not in said:
            yield f"{kind} {name} is in no event: it was added past the log"
        elif name not in kept:
            yield f"{kind} {name} is missing: the log says that it was written"
        elif kept[name] != said[name]:
            yield f"{kind} {name} was changed: the log says otherwise"


def _said(log: list[Event], kinds: tuple[str, ...], entry: Any) -> Known:
    """What the events of these kinds say was written, by its name."""
    return dict(entry(event) for event in log if event.what in kinds and isinstance(event.detail, dict))


def _decision(event: Event) -> tuple[Any, Any]:
    said = event.detail
    return said.get("decision"), (
        event.who, event.at, event.claim, said.get("claim"), said.get("verdict"), said.get("reason"),
        canonical(said["corrected"]) if "corrected" in said else None, said.get("follows"),
    )


def _decisions(connection: Connection) -> Known:
    decision, claim, reviewer = tables.decision, tables.claim, tables.reviewer
    rows = connection.execute(select(
        decision.c.id, reviewer.c.name, decision.c.made_at, claim.c.key, claim.c.public_id, decision.c.verdict,
        decision.c.reason, decision.c.corrected, decision.c.follows,
    ).join(reviewer, reviewer.c.id == decision.c.reviewer).join(claim, claim.c.id == decision.c.claim))
    return {number: tuple(values) for number, *values in rows}


def _setting(event: Event) -> tuple[Any, Any]:
    return event.detail.get("name"), event.detail.get("value")


def _reviewer(event: Event) -> tuple[Any, Any]:
    return event.detail.get("reviewer"), (event.who, event.at)


def _reviewers(connection: Connection) -> Known:
    table = tables.reviewer.c
    return {row: (name, at) for row, name, at in connection.execute(select(table.id, table.name, table.added_at))}


def _account(event: Event) -> tuple[Any, Any]:
    return event.detail.get("name"), event.detail


def _accounts(connection: Connection) -> Known:
    return {account.name: accounts.logged(account) for account in accounts.everyone(connection)}


def _comment(event: Event) -> tuple[Any, Any]:
    said = event.detail
    return said.get("comment"), (event.who, event.at, said.get("claim"), said.get("text"))


def _comments(connection: Connection) -> Known:
    return {said.number: (said.who, said.at, said.claim, said.text) for said in comments.everything(connection)}


def _looks(log: list[Event]) -> Known:
    """The numbers that were looked at and not taken back, as the events say."""
    found: Known = {}
    for event in log:
        if event.what in ("look", "unlook") and isinstance(event.detail, dict):
            place = f"{event.detail.get('document')} {event.detail.get('start')}-{event.detail.get('end')}"
            if event.what == "look":
                found[place] = (event.who, event.at)
            else:
                found.pop(place, None)
    return found


def _missed(event: Event) -> tuple[Any, Any]:
    return event.detail.get("claim"), event.detail.get("digest")


def _run_events(log: list[Event]) -> Known:
    """Each run with its code, rules, start and end, as the two events of it say."""
    runs: Known = {}
    for event in log:
        if event.what == "run started":
            runs[event.detail.get("run")] = (
                event.detail.get("code_version"), event.detail.get("rules_sha256"), event.at, None,
            )
        elif event.what == "run finished" and event.detail.get("run") in runs:
            runs[event.detail["run"]] = (*runs[event.detail["run"]][:3], event.at)
    return runs


def _runs(connection: Connection) -> Known:
    table = tables.run.c
    rows = connection.execute(
        select(table.id, table.code_version, table.rules_sha256, table.started_at, table.finished_at)
    )
    return {number: tuple(values) for number, *values in rows}


def _sources(connection: Connection) -> Iterator[str]:
    """The bytes and the texts have the hashes under which they are kept."""
    table = tables.source_file.c
    for name in connection.execute(select(table.sha256)).scalars().all():
        data = connection.execute(select(table.data).where(table.sha256 == name)).scalar_one()
        if hashlib.sha256(data).hexdigest() != name:
            yield f"the source file {name} was changed: its bytes have another hash"
    document = tables.document.c
    for name, digest, text in connection.execute(select(document.public_id, document.text_sha256, document.text)):
        if hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest() != digest:
            yield f"the text of document {name} was changed: it has another hash"


def _import(event: Event) -> tuple[Any, Any]:
    said = event.detail
    return f"{said.get('document')} by run {said.get('run')}", (event.source, said.get("digest"))


def _found(connection: Connection) -> Known:
    document, extraction = tables.document.c, tables.extraction.c
    rows = connection.execute(
        select(document.id, document.public_id, document.source_sha256, extraction.run)
        .join(tables.extraction, extraction.document == document.id)
    ).all()
    return {f"{name} by run {run}": (source, found_digest(connection, row, run)) for row, name, source, run in rows}


def _followed(log: list[Event]) -> Known:
    """What became of claims, by run, as the events say."""
    runs: Known = {}
    for event in log:
        if event.what == "re-run" and isinstance(event.detail, dict) and event.detail.get("claims"):
            runs.setdefault(event.detail.get("run"), []).extend(event.detail["claims"])
    return runs


def _successions(connection: Connection) -> Known:
    runs = connection.execute(select(tables.succession.c.run).distinct()).scalars().all()
    return {run: lineage.written(connection, run) for run in runs}
