"""Facts kept: documents, what was found in them, and what reviewers decided."""

from db.errors import AmbiguousId, NewerVersion, StoreError, UnknownId
from db.records import Added, Decision, Event, Filters, Reread, Run, Status, StoredClaim, StoredDocument, Verification
from db.states import STATES, VERDICTS
from db.store import Store

__all__ = [
    "STATES", "VERDICTS", "Added", "AmbiguousId", "Decision", "Event", "Filters", "NewerVersion", "Reread", "Run",
    "Status", "Store", "StoreError", "StoredClaim", "StoredDocument", "UnknownId", "Verification",
]
