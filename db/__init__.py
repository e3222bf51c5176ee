"""Facts kept: documents, what was found in them, and what reviewers decided."""

from db.accounts import ROLES
from db.errors import AmbiguousId, NewerVersion, StaleError, StoreError, UnknownId
from db.keep import Addition
from db.layout import Layout
from db.likeness import Likeness
from db.prepared import Prepared, Written, prepare
from db.queue import MANY
from db.records import (
    Added,
    Agreement,
    Decision,
    Event,
    Failure,
    Filters,
    Queue,
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
from db.work_records import Account, Comment, Hit, Progress, StoredNumeral

__all__ = [
    "MANY", "ROLES", "STATES", "VERDICTS", "Account", "Added", "Addition", "Agreement", "AmbiguousId", "Comment",
    "Decision", "Event", "Failure", "Filters", "Hit", "Layout", "Likeness", "NewerVersion", "Prepared", "Progress",
    "Queue", "Reread", "Run", "StaleError", "Status", "Store", "StoreError", "StoredClaim", "StoredDocument",
    "StoredNumeral", "UnknownId", "Verification", "Worth", "Written", "prepare",
]
