"""The sentence for what cannot be read."""

from dataclasses import dataclass
from pathlib import Path

from corpus import ReadError
from extract import PipelineError
from models.rules import RuleError


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
    if isinstance(error, ReadError):
        return Problem(error.problem, error.remedy)
    if isinstance(error, RuleError):
        return Problem(str(error), "mend the rule; `factledger rules check` tries them all")
    if isinstance(error, PipelineError):
        return Problem(*str(error).split(": ", 1))
    return Problem(f"could not be processed ({type(error).__name__})", "this is a defect, please report it")
