"""The steps from one version of the tables to the next, in their order. None is edited after it was released.

A step names tables and columns as they were in its time: it is written in SQL that both kinds of database understand.
"""

from typing import Any

from sqlalchemy import Connection, text

from db import append_only, events, tables
from db.digest import found_digest

PAGE = ("number", "width", "height", "start", "end", "words")     # the columns of a page before version 11


def log_events(connection: Connection) -> None:
    """1 to 2: the chain of events, with everything that is known to have happened; the words of each claim."""
    create(connection, "event", """
        id INTEGER NOT NULL, made_at TEXT NOT NULL, who TEXT, what TEXT NOT NULL, claim TEXT, source_sha256 TEXT,
        detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
        CONSTRAINT pk_event PRIMARY KEY (id), CONSTRAINT uq_event_previous UNIQUE (previous),
        CONSTRAINT uq_event_hash UNIQUE (hash)""")
    connection.execute(text("CREATE INDEX ix_event_claim ON event (claim)"))
    connection.execute(text("ALTER TABLE claim ADD COLUMN quote TEXT"))
    connection.execute(text(
        'UPDATE claim SET quote = (SELECT substr(document.text, claim.start + 1, claim."end" - claim.start) '
        "FROM document WHERE document.id = claim.document)"
    ))
    append_only.protect(connection, (tables.claim, tables.event))
    for event in sorted(_happened(connection), key=lambda item: item["at"]):
        events.append(connection, **event)


def follow_claims(connection: Connection) -> None:
    """2 to 3: what became of a claim when its source was read again."""
    key = "id SERIAL" if connection.dialect.name == "postgresql" else "id INTEGER"
    create(connection, "succession", f"""
        {key} NOT NULL, run INTEGER NOT NULL, old INTEGER NOT NULL, new INTEGER, outcome TEXT NOT NULL,
        decisions INTEGER NOT NULL, CONSTRAINT pk_succession PRIMARY KEY (id),
        CONSTRAINT fk_succession_run FOREIGN KEY(run) REFERENCES run (id),
        CONSTRAINT fk_succession_old FOREIGN KEY(old) REFERENCES claim (id),
        CONSTRAINT fk_succession_new FOREIGN KEY(new) REFERENCES claim (id)""")
    connection.execute(text("CREATE INDEX ix_succession_old ON succession (old)"))
    connection.execute(text("CREATE INDEX ix_succession_new ON succession (new)"))
    connection.execute(text("ALTER TABLE extraction ADD COLUMN superseded_by INTEGER"))
    append_only.protect(connection, (tables.succession,))


def correct_claims(connection: Connection) -> None:
    """3 to 4: corrections, approvals of them, and settings."""
    for table, column in (("decision", "corrected TEXT"), ("decision", "follows INTEGER"),
                          ("claim_state", "corrected TEXT")):
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column}"))
    create(connection, "setting", "name TEXT NOT NULL, value TEXT NOT NULL, CONSTRAINT pk_setting PRIMARY KEY (name)")


def create(connection: Connection, name: str, columns: str) -> None:
    """Makes a table as this program does: strict where there is such a thing."""
    strict = " STRICT" if connection.dialect.name == "sqlite" else ""
    connection.execute(text(f"CREATE TABLE {name} ({columns}){strict}"))


def _happened(connection: Connection) -> list[dict[str, Any]]:
    """What the rows of version 1 tell, as the arguments of `events.append`; of one second, causes come first."""
    return [*_reviewers(connection), *_runs(connection), *_imports(connection), *_decisions(connection),
            *_ends(connection)]


def _rows(connection: Connection, statement: str) -> list[Any]:
    return list(connection.execute(text(statement)))


def _reviewers(connection: Connection) -> list[dict[str, Any]]:
    rows = _rows(connection, "SELECT id, name, added_at FROM reviewer ORDER BY id")
    return [{"what": "reviewer", "who": name, "at": at, "detail": {"reviewer": row}} for row, name, at in rows]


def _runs(connection: Connection) -> list[dict[str, Any]]:
    rows = _rows(connection, "SELECT id, code_version, rules_sha256, started_at FROM run ORDER BY id")
    return [{"what": "run started", "at": at, "detail": {"run": row, "code_version": code, "rules_sha256": rules}}
            for row, code, rules, at in rows]


def _ends(connection: Connection) -> list[dict[str, Any]]:
    rows = _rows(connection, "SELECT id, finished_at FROM run WHERE finished_at IS NOT NULL ORDER BY id")
    return [{"what": "run finished", "at": at, "detail": {"run": row}} for row, at in rows]


def _imports(connection: Connection) -> list[dict[str, Any]]:
    rows = _rows(connection, """
        SELECT document.id, extraction.run, public_id, source_sha256, name, document.added_at FROM document
        JOIN extraction ON extraction.document = document.id JOIN source_file ON sha256 = source_sha256
        ORDER BY document.id""")
    return [{"what": "import", "source": source, "at": at, "detail": {
        "document": public_id, "name": name, "run": run, "digest": found_digest(connection, row, run, PAGE),
    }} for row, run, public_id, source, name, at in rows]


def _decisions(connection: Connection) -> list[dict[str, Any]]:
    rows = _rows(connection, """
        SELECT decision.id, claim.public_id, verdict, reason, made_at, name, key, source_sha256 FROM decision
        JOIN reviewer ON reviewer.id = reviewer JOIN claim ON claim.id = decision.claim
        JOIN (SELECT id AS row, source_sha256 FROM document) AS source ON source.row = document
        ORDER BY decision.id""")
    return [{"what": "decision", "who": name, "claim": key, "source": source, "at": at, "detail": {
        "decision": row, "claim": public_id, "verdict": verdict, "reason": reason,
    }} for row, public_id, verdict, reason, at, name, key, source in rows]
