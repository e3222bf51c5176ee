"""Steps of the tables for runs and near duplicates; see db.steps."""

from sqlalchemy import Connection, text

from db.steps import create


def report_runs(connection: Connection) -> None:
    """5 to 6: what came of a run and what it could not keep; how near duplicates are found."""
    key = "id SERIAL" if connection.dialect.name == "postgresql" else "id INTEGER"
    connection.execute(text("ALTER TABLE run ADD COLUMN report TEXT"))
    create(connection, "failure", f"""
        {key} NOT NULL, run INTEGER NOT NULL, name TEXT NOT NULL, fault TEXT NOT NULL, remedy TEXT NOT NULL,
        failed_at TEXT NOT NULL, CONSTRAINT pk_failure PRIMARY KEY (id),
        CONSTRAINT fk_failure_run FOREIGN KEY(run) REFERENCES run (id)""")
    connection.execute(text("CREATE INDEX ix_failure_run ON failure (run)"))
    create(connection, "fingerprint", """
        document INTEGER NOT NULL, value TEXT NOT NULL, CONSTRAINT pk_fingerprint PRIMARY KEY (document),
        CONSTRAINT fk_fingerprint_document FOREIGN KEY(document) REFERENCES document (id)""")
    create(connection, "band", """
        value TEXT NOT NULL, number INTEGER NOT NULL, document INTEGER NOT NULL,
        CONSTRAINT pk_band PRIMARY KEY (value, number, document),
        CONSTRAINT fk_band_document FOREIGN KEY(document) REFERENCES document (id)""")
