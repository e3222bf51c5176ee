"""The steps that the reviewers' page brought; db.steps has the earlier ones, and what holds for all."""

from sqlalchemy import Connection, text

from db import append_only, search, tables
from db.steps import create


def queue_claims(connection: Connection) -> None:
    """4 to 5: the caches that a queue is read from; how much each run found."""
    connection.execute(text("DROP TABLE claim_state"))
    wide, real = ("BIGINT", "DOUBLE PRECISION") if connection.dialect.name == "postgresql" else ("INTEGER", "REAL")
    create(connection, "claim_state", f"""
        claim INTEGER NOT NULL, state TEXT NOT NULL, corrected TEXT, position {wide} NOT NULL,
        urgency INTEGER NOT NULL, event TEXT NOT NULL, rule TEXT NOT NULL, source TEXT NOT NULL, place TEXT,
        confidence {real} NOT NULL, CONSTRAINT pk_claim_state PRIMARY KEY (claim),
        CONSTRAINT fk_claim_state_claim FOREIGN KEY(claim) REFERENCES claim (id)""")
    for first in ("", "event", "rule", "source", "place"):
        for order in ("position", "urgency, position"):
            columns = ", ".join(part for part in (first, "state", order) if part)
            name = columns.replace(", ", "_")
            connection.execute(text(f"CREATE INDEX ix_claim_state_{name} ON claim_state ({columns})"))
    create(connection, "said", """
        claim INTEGER NOT NULL, reviewer INTEGER NOT NULL, verdict TEXT NOT NULL,
        CONSTRAINT pk_said PRIMARY KEY (claim, reviewer),
        CONSTRAINT fk_said_claim FOREIGN KEY(claim) REFERENCES claim (id),
        CONSTRAINT fk_said_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)""")
    connection.execute(text("CREATE INDEX ix_said_reviewer_claim ON said (reviewer, claim)"))
    create(connection, "event_tally", """
        event TEXT NOT NULL, state TEXT NOT NULL, number INTEGER NOT NULL,
        CONSTRAINT pk_event_tally PRIMARY KEY (event, state)""")
    create(connection, "document_tally", """
        document INTEGER NOT NULL, state TEXT NOT NULL, number INTEGER NOT NULL,
        CONSTRAINT pk_document_tally PRIMARY KEY (document, state),
        CONSTRAINT fk_document_tally_document FOREIGN KEY(document) REFERENCES document (id)""")
    _count_found(connection)


def open_accounts(connection: Connection) -> None:
    """6 to 7: who can log in, who is, who looks at which claim, and how they want the page to be."""
    real = "DOUBLE PRECISION" if connection.dialect.name == "postgresql" else "REAL"
    create(connection, "account", """
        reviewer INTEGER NOT NULL, role TEXT NOT NULL, password_hash TEXT, active INTEGER NOT NULL,
        added_at TEXT NOT NULL, CONSTRAINT pk_account PRIMARY KEY (reviewer),
        CONSTRAINT fk_account_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id),
        CONSTRAINT ck_account_active CHECK (active IN (0, 1)),
        CONSTRAINT ck_account_role CHECK (role IN ('reviewer', 'lead', 'reader'))""")
    create(connection, "session", f"""
        token_sha256 TEXT NOT NULL, name TEXT NOT NULL, until {real} NOT NULL,
        CONSTRAINT pk_session PRIMARY KEY (token_sha256)""")
    connection.execute(text("CREATE INDEX ix_session_name ON session (name)"))
    create(connection, "lease", f"""
        claim INTEGER NOT NULL, name TEXT NOT NULL, until {real} NOT NULL, CONSTRAINT pk_lease PRIMARY KEY (claim),
        CONSTRAINT fk_lease_claim FOREIGN KEY(claim) REFERENCES claim (id)""")
    create(connection, "preference", """
        person TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
        CONSTRAINT pk_preference PRIMARY KEY (person, name)""")


def keep_comments(connection: Connection) -> None:
    """7 to 8: what is written about a claim, and which numbers someone looked at."""
    key = "id SERIAL" if connection.dialect.name == "postgresql" else "id INTEGER"
    create(connection, "comment", f"""
        {key} NOT NULL, claim INTEGER NOT NULL, reviewer INTEGER NOT NULL, made_at TEXT NOT NULL, text TEXT NOT NULL,
        CONSTRAINT pk_comment PRIMARY KEY (id), CONSTRAINT ck_comment_text CHECK (text <> ''),
        CONSTRAINT fk_comment_claim FOREIGN KEY(claim) REFERENCES claim (id),
        CONSTRAINT fk_comment_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)""")
    connection.execute(text("CREATE INDEX ix_comment_claim ON comment (claim)"))
    append_only.protect(connection, (tables.comment,))
    create(connection, "look", """
        document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, reviewer INTEGER NOT NULL,
        made_at TEXT NOT NULL, CONSTRAINT pk_look PRIMARY KEY (document, start, "end"),
        CONSTRAINT fk_look_document FOREIGN KEY(document) REFERENCES document (id),
        CONSTRAINT fk_look_reviewer FOREIGN KEY(reviewer) REFERENCES reviewer (id)""")


def index_words(connection: Connection) -> None:
    """8 to 9: paragraphs and the words of claims can be searched."""
    key = "id SERIAL" if connection.dialect.name == "postgresql" else "id INTEGER"
    create(connection, "passage", f"""
        {key} NOT NULL, document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
        CONSTRAINT pk_passage PRIMARY KEY (id),
        CONSTRAINT fk_passage_document FOREIGN KEY(document) REFERENCES document (id)""")
    connection.execute(text("CREATE INDEX ix_passage_document_start ON passage (document, start)"))
    search.create(connection)


def _count_found(connection: Connection) -> None:
    for column, table, where in (("mentions", "mention", ""), ("numerals", "numeral", ""),
                                 ("unread", "numeral", "AND found.fate = 'unread'")):
        connection.execute(text(f"ALTER TABLE extraction ADD COLUMN {column} INTEGER"))
        connection.execute(text(
            f"UPDATE extraction SET {column} = (SELECT count(*) FROM {table} AS found "
            f"WHERE found.document = extraction.document AND found.run = extraction.run {where})"
        ))
