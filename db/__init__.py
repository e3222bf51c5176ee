"""Facts kept: documents, what was found in them, and what reviewers decided."""

from db.errors import AmbiguousId, NewerVersion, StoreError, UnknownId
from db.layout import Layout
from db.records import (
    Added,
    Agreement,
    Decision,
    Event,
    Filters,
    Reread,
    Run,
    Status,
    StoredClaim,
    StoredDocument,
    Verification,
    Worth,
)
from db.states import STATES, VERDICTS
from db.store import Store

__all__ = [
    "STATES", "VERDICTS", "Added", "Agreement", "AmbiguousId", "Decision", "Event", "Filters", "Layout",
    "NewerVersion", "Reread", "Run", "Status", "Store", "StoreError", "StoredClaim", "StoredDocument", "UnknownId",
    "Verification", "Worth",
]
