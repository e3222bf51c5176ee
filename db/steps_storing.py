"""Steps of the tables that documents are stored in; see db.steps."""

from sqlalchemy import Connection, text

UNUSED = ("claim_event", "claim_key", "claim_rule", "numeral_fate", "mention_label_canonical")


def drop_unused(connection: Connection) -> None:
    """9 to 10: indexes that no query reads cost a third of the pages that storing a document wrote."""
    for name in UNUSED:
        connection.execute(text(f"DROP INDEX ix_{name}"))


def label_pages(connection: Connection) -> None:
    """10 to 11: how each page is called in print."""
    connection.execute(text("ALTER TABLE page ADD COLUMN label TEXT"))


def narrow_the_queue(connection: Connection) -> None:
    """11 to 12: no index that another one can answer for: four of the queue's (db.queue), and the words of claims."""
    for name in ("event", "rule", "source", "place"):
        connection.execute(text(f"DROP INDEX ix_claim_state_{name}_state_position"))
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP INDEX IF EXISTS ix_claim_search"))
        return
    connection.execute(text("DROP TRIGGER IF EXISTS claim_search_insert"))
    connection.execute(text("DROP TABLE IF EXISTS claim_search"))
