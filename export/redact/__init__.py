"""Persons' names replaced, the same name by the same label in everything that leaves the ledger."""

from export.redact.facts import Redaction

__all__ = ["Redaction"]
