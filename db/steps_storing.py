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
