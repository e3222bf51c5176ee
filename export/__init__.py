"""Verified facts out, one format per file."""

from export.columns import Column, columns
from export.errors import BadOption, ExportError, UnknownFormat
from export.fact import Fact
from export.facts import facts
from export.files import export
from export.formats import FORMATS
from export.options import Options
from export.pack import evidence_pack
from export.progress import Progress
from export.where import verified_only

__all__ = [
    "FORMATS",
    "BadOption",
    "Column",
    "ExportError",
    "Fact",
    "Options",
    "Progress",
    "UnknownFormat",
    "columns",
    "evidence_pack",
    "export",
    "facts",
    "verified_only",
]
