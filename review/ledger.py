"""The store, by the names that the page uses."""

from db import Comment, Progress
from db import Store as Ledger

__all__ = ["Comment", "Ledger", "Progress"]
