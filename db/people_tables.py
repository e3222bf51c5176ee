"""The tables of who works on a ledger: accounts, and what is forgotten when they are done."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, PrimaryKeyConstraint, Text

from db.columns import flag, maybe, real, table, text

# someone who can log in: deactivated, never deleted; each change of it is an event
account = table(
    "account",
    Column("reviewer", ForeignKey("reviewer.id"), primary_key=True),
    text("role"),
    maybe("password_hash"),
    flag("active"),
    text("added_at"),
    CheckConstraint("role IN ('reviewer', 'lead', 'reader')", name="role"),
)

# a browser that someone is logged in with: only the SHA-256 of its token is kept; `until` is in seconds since 1970
session = table(
    "session", Column("token_sha256", Text, primary_key=True), text("name"), real("until"), Index(None, "name"),
)

# a claim that someone is looking at: nobody else is given it `until` then, in seconds since 1970
lease = table(
    "lease", Column("claim", ForeignKey("claim.id"), primary_key=True), text("name"), real("until"),
)

# how someone wants the page to be
preference = table(
    "preference", text("person"), text("name"), text("value"), PrimaryKeyConstraint("person", "name"),
)
