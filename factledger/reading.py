"""One file read and its facts found, with the sentence for what cannot be read."""

import os
from pathlib import Path

import corpus
from corpus.settings import USUAL, Settings
from extract import extract
from models import Document, Extraction


def extracted(path: Path, settings: Settings = USUAL) -> tuple[Document, Extraction]:
    """A file read and what was found in it, kept nowhere. Raises ReadError."""
    document = corpus.read_safely(path, settings.limits, settings)
    return document, extract(document)


def file_name(path: Path) -> str:
    """The name as text, whatever bytes the file system uses."""
    return os.fsencode(path.name).decode("utf8", "replace")


def problem_of(path: Path, error: Exception) -> str:
    """One sentence that names the file and the remedy."""
    if isinstance(error, FileNotFoundError):
        return f"{path}: there is no such file; check the path"
    if isinstance(error, OSError):
        return f"{path}: cannot be opened ({error.strerror}); check the permissions"
    if isinstance(error, corpus.ReadError):
        return str(error)
    return f"{path}: could not be processed ({type(error).__name__}: {error}); this is a defect, please report it"
