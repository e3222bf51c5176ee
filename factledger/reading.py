"""One file read and its facts found."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Thread

import corpus
from corpus.settings import USUAL, Settings
from extract import extract
from extract.pipeline import pipeline
from models import Document, Extraction
from models.rules import RuleError


def extracted(path: Path, settings: Settings = USUAL) -> tuple[Document, Extraction]:
    """A file read and what was found in it, kept nowhere. Raises ReadError."""
    rules = _rules()
    document = corpus.read_safely(path, settings.limits, settings)
    rules.join()
    return document, extract(document, settings.ner)


@cache
def _rules() -> Thread:
    """The rules are made ready while another process reads the first file."""
    thread = Thread(target=_make_ready, daemon=True)
    thread.start()
    return thread


def _make_ready() -> None:
    with suppress(RuleError):  # whoever needs the rules next is told
        pipeline()
