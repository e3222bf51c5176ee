"""One file read and its facts found, with the sentence for what cannot be read."""

import os
from pathlib import Path

import corpus
from corpus.limits import MOST_BYTES
from extract import extract
from models import Document, Extraction


def extracted(path: Path) -> tuple[Document, Extraction]:
    """A file read and what was found in it, kept nowhere. Raises ReadError or OSError."""
    document = corpus.read_bytes(read_file(path), str(path))
    return document, extract(document)


def read_file(path: Path) -> bytes:
    """The bytes, read once so that what is kept is what was read. Raises ReadError or OSError."""
    if path.is_dir() or (path.exists() and not path.is_file()):
        raise corpus.ReadError(str(path), "is no ordinary file", "name a document")
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)  # one more than a reader takes: it says so itself


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
