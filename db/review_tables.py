"""The tables of what reviewers say, and the caches that are kept of it."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from db.columns import maybe, of, real, table, text, whole

reviewer = table(
    "reviewer",
    Column("id", Integer, primary_key=True),
    text("name"),
    text("added_at"),
    CheckConstraint("name <> ''", name="name"),
    UniqueConstraint("name"),
)

# append-only: who decided what, when and why; `corrected` has the slots of a correction as JSON, `follows` is the
# decision whose correction an approval is of
decision = table(
    "decision",
    Column("id", Integer, primary_key=True),
    of("claim", "claim.id"),
    of("reviewer", "reviewer.id"),
    text("verdict"),
    maybe("reason"),
    text("made_at"),
    maybe("corrected"),
    Column("follows", Integer),
    CheckConstraint("verdict <> ''", name="verdict"),
    Index(None, "claim"),
)

# a cache of what the decisions amount to: written in their transaction, rebuildable from them. What a queue asks for
# stands beside the state, so that an index answers it: db.state_cache says what `position` and `urgency` are
claim_state = table(
    "claim_state",
    Column("claim", ForeignKey("claim.id"), primary_key=True),
    text("state"),
    maybe("corrected"),
    Column("position", BigInteger().with_variant(Integer, "sqlite"), nullable=False),
    whole("urgency"),
    text("event"),
    text("rule"),
    text("source"),
    maybe("place"),
    real("confidence"),
    Index(None, "state", "position"),
    Index(None, "state", "urgency", "position"),
    *(Index(None, name, "state", "urgency", "position") for name in ("event", "rule", "source", "place")),
)

# a cache: what each reviewer said last of a claim and did not take back
said = table(
    "said",
    of("claim", "claim.id"),
    of("reviewer", "reviewer.id"),
    text("verdict"),
    PrimaryKeyConstraint("claim", "reviewer"),
    Index(None, "reviewer", "claim"),
)

# caches: how many claims are in each state, by event and by document
event_tally = table(
    "event_tally", text("event"), text("state"), whole("number"), PrimaryKeyConstraint("event", "state"),
)
document_tally = table(
    "document_tally", of("document", "document.id"), text("state"), whole("number"),
    PrimaryKeyConstraint("document", "state"),
)

# what the reviewers agreed on for this ledger, see db.settings
setting = table("setting", Column("name", Text, primary_key=True), text("value"))
