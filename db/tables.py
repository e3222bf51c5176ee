"""The tables, the same on SQLite (STRICT) and on PostgreSQL.

Numbers that matter are decimal text; times are UTC in ISO 8601; `record` columns hold the JSON form of a shape.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from db.beside_tables import comment, look, passage
from db.columns import flag, maybe, metadata, of, real, table, text, whole
from db.people_tables import account, lease, preference, session
from db.review_tables import claim_state, decision, document_tally, event_tally, reviewer, said, setting

__all__ = [
    "APPEND_ONLY", "account", "claim_state", "comment", "decision", "document_tally", "event_tally", "lease", "look",
    "metadata", "passage", "preference", "reviewer", "said", "session", "setting",
]

# one row: the version of these tables
ledger = table("ledger", Column("version", Integer, primary_key=True, autoincrement=False))

# the bytes as they came, never altered
source_file = table(
    "source_file",
    Column("sha256", Text, CheckConstraint("length(sha256) = 64", name="sha256"), primary_key=True),
    text("name"),
    whole("size"),
    Column("data", LargeBinary, nullable=False),
    text("added_at"),
)

# one reading of a source file: its text and what is known of it, never altered, since every claim points into it
document = table(
    "document",
    Column("id", Integer, primary_key=True),
    text("public_id"),
    of("source_sha256", "source_file.sha256"),
    text("text_sha256"),
    text("text"),
    text("media_type"),
    text("title"),
    maybe("publisher"),
    maybe("published"),
    text("kind"),
    maybe("language"),
    maybe("url"),
    text("blocks"),
    text("notes"),
    text("added_at"),
    UniqueConstraint("public_id"),
    UniqueConstraint("source_sha256", "text_sha256"),
)

# one page of a document, its words packed by db.geometry
page = table(
    "page",
    of("document", "document.id"),
    whole("number"),
    real("width"),
    real("height"),
    whole("start"),
    whole("end"),
    Column("words", LargeBinary, nullable=False),
    maybe("label"),
    PrimaryKeyConstraint("document", "number"),
)

# one start of the extraction, over any number of documents; `report` says as JSON what came of it
run = table(
    "run",
    Column("id", Integer, primary_key=True),
    text("code_version"),
    text("rules_sha256"),
    text("started_at"),
    maybe("finished_at"),
    maybe("report"),
)

# a document that a run could not keep, and why; `name` is how the user called it
failure = table(
    "failure",
    Column("id", Integer, primary_key=True),
    of("run", "run.id"),
    text("name"),
    text("fault"),
    text("remedy"),
    text("failed_at"),
    Index(None, "run"),
)

# how documents with nearly the same text are found, see db.likeness
fingerprint = table("fingerprint", Column("document", ForeignKey("document.id"), primary_key=True), text("value"))
band = table(
    "band",
    text("value"),
    whole("number"),
    of("document", "document.id"),
    PrimaryKeyConstraint("value", "number", "document"),
)

# which run extracted which document and how much it found; `case` is the decision's card, `superseded_by` the run that
# read it again
extraction = table(
    "extraction",
    of("document", "document.id"),
    of("run", "run.id"),
    maybe("case"),
    Column("superseded_by", Integer),
    Column("mentions", Integer),
    Column("numerals", Integer),
    Column("unread", Integer),
    PrimaryKeyConstraint("document", "run"),
)

mention = table(
    "mention",
    Column("id", Integer, primary_key=True),
    of("document", "document.id"),
    of("run", "run.id"),
    text("label"),
    whole("start"),
    whole("end"),
    text("canonical"),
    text("record"),
    Index(None, "document", "start"),
)

# append-only: what a run found; `quote` is its words as they stood in the text when it was found
claim = table(
    "claim",
    Column("id", Integer, primary_key=True),
    text("public_id"),
    of("document", "document.id"),
    of("run", "run.id"),
    text("key"),
    whole("start"),
    whole("end"),
    text("kind"),
    text("event"),
    maybe("low"),
    maybe("high"),
    flag("low_open"),
    flag("high_open"),
    flag("approximate"),
    maybe("vague"),
    maybe("unit"),
    text("counted"),
    text("polarity"),
    text("status"),
    text("source_name"),
    text("source_kind"),
    maybe("as_of"),
    maybe("happened"),
    maybe("place"),
    maybe("country"),
    text("rule"),
    real("confidence"),
    text("record"),
    maybe("quote"),
    UniqueConstraint("public_id"),
    Index(None, "document", "start"),
)

numeral = table(
    "numeral",
    Column("id", Integer, primary_key=True),
    of("document", "document.id"),
    of("run", "run.id"),
    whole("start"),
    whole("end"),
    text("fate"),
    text("record"),
    Index(None, "document", "start"),
)

# append-only: what became of a claim when its source was read again, see db.rerun
succession = table(
    "succession",
    Column("id", Integer, primary_key=True),
    of("run", "run.id"),
    of("old", "claim.id"),
    Column("new", ForeignKey("claim.id")),
    text("outcome"),
    whole("decisions"),
    Index(None, "old"),
    Index(None, "new"),
)

# append-only: everything that happened, chained by db.events; `id` counts without gaps
event = table(
    "event",
    Column("id", Integer, primary_key=True, autoincrement=False),
    text("made_at"),
    maybe("who"),
    text("what"),
    maybe("claim"),
    maybe("source_sha256"),
    text("detail"),
    text("previous"),
    text("hash"),
    UniqueConstraint("previous"),
    UniqueConstraint("hash"),
    Index(None, "claim"),
)

APPEND_ONLY = (source_file, document, claim, decision, succession, event, comment)
