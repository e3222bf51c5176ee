"""The formats that can be written, each by a module of its own that is loaded only when it is needed."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from export.errors import BadOption, ExportError, UnknownFormat, unknown
from export.fact import Fact
from export.view import View


class Writer(Protocol):
    """Writes the facts into an empty file; how many."""

    def __call__(self, facts: Iterable[Fact], path: Path, view: View) -> int: ...


@dataclass(frozen=True, slots=True)
class Format:
    """`suffix` (or one of `others`) is how a file's name ends, `extra` what has to be installed for it.

    A `table` has columns to choose; `rights` are those of the file, before the umask.
    """

    name: str
    suffix: str
    says: str
    table: bool = True
    extra: str | None = None
    rights: int = 0o666
    others: tuple[str, ...] = ()

    def writer(self) -> Writer:
        """Raises ExportError if the format needs a package that is not installed."""
        try:
            return cast(Writer, import_module(f"export.{self.name}_format").write)
        except ModuleNotFoundError as error:
            if self.extra is None:
                raise
            raise ExportError(f"{self.suffix} needs {error.name}: install it with "
                              f"pip install 'factledger[{self.extra}]'") from None


FORMATS = {made.name: made for made in (
    Format("csv", ".csv", "a table as text, for every program"),
    Format("jsonl", ".jsonl", "JSON lines, the full record"),
    Format("xlsx", ".xlsx", "an Excel workbook with a sheet for each kind"),
    Format("html", ".html", "a report to read and print", table=False),
    Format("sqlite", ".sqlite", "one read-only file that Datasette opens", rights=0o444, others=(".db",)),
    Format("jsonld", ".jsonld", "W3C Web Annotations", table=False),
    Format("ftm", ".ftm.json", "entities for Aleph (FollowTheMoney)", table=False, extra="ftm"),
    Format("uwazi", ".uwazi.csv", "entities for Uwazi to import", table=False),
    Format("parquet", ".parquet", "columns for data analysis", extra="parquet"),
)}


def format_of(target: Path, name: str | None = None) -> Format:
    """The format of this name, or else the one that the file's name says. Raises UnknownFormat or BadOption."""
    if name is not None:
        if name not in FORMATS:
            raise unknown("format", name, tuple(FORMATS))
        return FORMATS[name]
    suffix = target.suffix.lower()
    endings_of = {ending: made for made in FORMATS.values() for ending in (made.suffix, *made.others)}
    for ending in sorted(endings_of, key=len, reverse=True):
        if target.name.lower().endswith(ending):
            return endings_of[ending]
    endings = [made.suffix for made in FORMATS.values()]
    near = get_close_matches(suffix, endings, n=1)
    hint = f"did you mean {near[0]}?" if near else f"end it in {', '.join(endings)}"
    raise UnknownFormat(f"{target} names no format that can be written: {hint}")


def check_options(made: Format, view: View) -> None:
    """Raises BadOption for what this format cannot follow."""
    if view.options.fields and not made.table:
        raise BadOption(f"{made.suffix} has no columns to choose: leave --fields out")
    if view.options.sources or view.options.pictures:
        raise BadOption("source files and pictures of pages go into an evidence pack only: give --bag and a folder")
    if view.options.for_excel and made.name != "csv":
        raise BadOption(f"--for-excel is for .csv only; {made.suffix} needs it not")
