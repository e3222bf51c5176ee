"""One file read and its facts found, with the sentence for what cannot be read."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Thread

import corpus
from corpus.settings import USUAL, Settings
from extract import extract
from extract.names.trained import PipelineError
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


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document cannot be read, and what to do."""

    fault: str
    remedy: str

    def about(self, name: str | Path) -> str:
        """One sentence that names the file and the remedy."""
        return f"{name}: {self.fault}; {self.remedy}"


def problem_of(error: Exception) -> Problem:
    """What to say of this error. A defect's own words are left out: they could quote a confidential document."""
    if isinstance(error, FileNotFoundError):
        return Problem("there is no such file", "check the path")
    if isinstance(error, OSError):
        return Problem(f"cannot be opened ({error.strerror})", "check the permissions")
    if isinstance(error, corpus.ReadError):
        return Problem(error.problem, error.remedy)
    if isinstance(error, RuleError):
        return Problem(str(error), "mend the rule; `factledger rules check` tries them all")
    if isinstance(error, PipelineError):
        return Problem(*str(error).split(": ", 1))
    return Problem(f"could not be processed ({type(error).__name__})", "this is a defect, please report it")
