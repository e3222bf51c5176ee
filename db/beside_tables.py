"""The tables of what reviewers do beside deciding."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, PrimaryKeyConstraint

from db.columns import of, table, text, whole

# append-only: what someone wrote about a claim
comment = table(
    "comment",
    Column("id", Integer, primary_key=True),
    of("claim", "claim.id"),
    of("reviewer", "reviewer.id"),
    text("made_at"),
    text("text"),
    CheckConstraint("text <> ''", name="text"),
    Index(None, "claim"),
)

# a piece of a text that a search finds, derived from the document: db.passages
passage = table(
    "passage",
    Column("id", Integer, primary_key=True),
    of("document", "document.id"),
    whole("start"),
    whole("end"),
    text("words"),
    Index(None, "document", "start"),
)

# a number in a text that someone looked at, wherever the rules put it: its place tells it in every run
look = table(
    "look",
    of("document", "document.id"),
    whole("start"),
    whole("end"),
    of("reviewer", "reviewer.id"),
    text("made_at"),
    PrimaryKeyConstraint("document", "start", "end"),
)
