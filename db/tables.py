"""The tables, the same on SQLite (STRICT) and on PostgreSQL.

Numbers that matter are decimal text; times are UTC in ISO 8601; `record` columns hold the JSON form of a shape.
Every constraint has a name, so that a later migration can refer to it.
"""

from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}
metadata = MetaData(naming_convention=NAMES)


def _table(name: str, *parts: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> Column[int]:
    """A truth value: 0 or 1."""
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)", name=name), nullable=False)


def _of(name: str, target: str) -> Column[Any]:
    return Column(name, ForeignKey(target), nullable=False)


# one row: the version of these tables
ledger = _table("ledger", Column("version", Integer, primary_key=True, autoincrement=False))

# the bytes as they came, never altered
source_file = _table(
    "source_file",
    Column("sha256", Text, CheckConstraint("length(sha256) = 64", name="sha256"), primary_key=True),
    _text("name"),
    _whole("size"),
    Column("data", LargeBinary, nullable=False),
    _text("added_at"),
)

# one reading of a source file: its text and what is known of it, never altered, since every claim points into it
document = _table(
    "document",
    Column("id", Integer, primary_key=True),
    _text("public_id"),
    _of("source_sha256", "source_file.sha256"),
    _text("text_sha256"),
    _text("text"),
    _text("media_type"),
    _text("title"),
    _maybe("publisher"),
    _maybe("published"),
    _text("kind"),
    _maybe("language"),
    _maybe("url"),
    _text("blocks"),
    _text("notes"),
    _text("added_at"),
    UniqueConstraint("public_id"),
    UniqueConstraint("source_sha256", "text_sha256"),
)

# one page of a document, its words packed by db.geometry
page = _table(
    "page",
    _of("document", "document.id"),
    _whole("number"),
    Column("width", Double().with_variant(REAL, "sqlite"), nullable=False),
    Column("height", Double().with_variant(REAL, "sqlite"), nullable=False),
    _whole("start"),
    _whole("end"),
    Column("words", LargeBinary, nullable=False),
    PrimaryKeyConstraint("document", "number"),
)

# one start of the extraction, over any number of documents
run = _table(
    "run",
    Column("id", Integer, primary_key=True),
    _text("code_version"),
    _text("rules_sha256"),
    _text("started_at"),
    _maybe("finished_at"),
)

# which run extracted which document; `case` is the decision's card
extraction = _table(
    "extraction",
    _of("document", "document.id"),
    _of("run", "run.id"),
    _maybe("case"),
    PrimaryKeyConstraint("document", "run"),
)

mention = _table(
    "mention",
    Column("id", Integer, primary_key=True),
    _of("document", "document.id"),
    _of("run", "run.id"),
    _text("label"),
    _whole("start"),
    _whole("end"),
    _text("canonical"),
    _text("record"),
    Index(None, "document", "start"),
    Index(None, "label", "canonical"),
)

# append-only: what a run found; `quote` is its words as they stood in the text when it was found
claim = _table(
    "claim",
    Column("id", Integer, primary_key=True),
    _text("public_id"),
    _of("document", "document.id"),
    _of("run", "run.id"),
    _text("key"),
    _whole("start"),
    _whole("end"),
    _text("kind"),
    _text("event"),
    _maybe("low"),
    _maybe("high"),
    _flag("low_open"),
    _flag("high_open"),
    _flag("approximate"),
    _maybe("vague"),
    _maybe("unit"),
    _text("counted"),
    _text("polarity"),
    _text("status"),
    _text("source_name"),
    _text("source_kind"),
    _maybe("as_of"),
    _maybe("happened"),
    _maybe("place"),
    _maybe("country"),
    _text("rule"),
    Column("confidence", Double().with_variant(REAL, "sqlite"), nullable=False),
    _text("record"),
    _maybe("quote"),
    UniqueConstraint("public_id"),
    Index(None, "document", "start"),
    Index(None, "key"),
    Index(None, "event"),
    Index(None, "rule"),
)

numeral = _table(
    "numeral",
    Column("id", Integer, primary_key=True),
    _of("document", "document.id"),
    _of("run", "run.id"),
    _whole("start"),
    _whole("end"),
    _text("fate"),
    _text("record"),
    Index(None, "document", "start"),
    Index(None, "fate"),
)

reviewer = _table(
    "reviewer",
    Column("id", Integer, primary_key=True),
    _text("name"),
    _text("added_at"),
    CheckConstraint("name <> ''", name="name"),
    UniqueConstraint("name"),
)

# append-only: who decided what, when and why
decision = _table(
    "decision",
    Column("id", Integer, primary_key=True),
    _of("claim", "claim.id"),
    _of("reviewer", "reviewer.id"),
    _text("verdict"),
    _maybe("reason"),
    _text("made_at"),
    CheckConstraint("verdict <> ''", name="verdict"),
    Index(None, "claim"),
)

# a cache of what the decisions amount to: written in their transaction, rebuildable from them
claim_state = _table(
    "claim_state",
    Column("claim", ForeignKey("claim.id"), primary_key=True),
    _text("state"),
    Index(None, "state", "claim"),
)

# append-only: everything that happened, chained by db.events; `id` counts without gaps
event = _table(
    "event",
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("made_at"),
    _maybe("who"),
    _text("what"),
    _maybe("claim"),
    _maybe("source_sha256"),
    _text("detail"),
    _text("previous"),
    _text("hash"),
    UniqueConstraint("previous"),
    UniqueConstraint("hash"),
    Index(None, "claim"),
)

APPEND_ONLY = (source_file, document, claim, decision, event)
