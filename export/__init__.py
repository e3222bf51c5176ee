"""Verified facts out, one format per file."""

from export.columns import Column, columns
from export.errors import ExportError, UnknownFormat
from export.facts import Fact, facts
from export.files import FORMATS, export

__all__ = ["FORMATS", "Column", "ExportError", "Fact", "UnknownFormat", "columns", "export", "facts"]
