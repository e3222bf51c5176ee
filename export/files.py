"""Facts into a file whose name says the format."""

from pathlib import Path

from db import Store
from export.atomic import written
from export.errors import ExportError
from export.facts import facts
from export.formats import check_options, format_of
from export.options import Options
from export.progress import Progress, followed
from export.view import view


def check_no_ledger(store: Store, target: Path) -> None:
    """Raises ExportError if the target is the database itself, which --force must not replace."""
    if target.exists() and Path(store.name).exists() and target.samefile(store.name):
        raise ExportError(f"{target} is the ledger itself: name another file")


def export(
    store: Store, target: Path, options: Options | None = None, force: bool = False, form: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Writes the verified facts (every claim with `everything`) into the file; how many there are.

    `form` names the format where the file's name does not. The same database and options give the same bytes.
    `progress` is told, every so often, how many facts were read. Raises UnknownFormat, ExportError or StoreError.
    """
    asked = options or Options()
    made, seen = format_of(target, form), view(store, asked)
    check_options(made, seen)
    write = made.writer()
    check_no_ledger(store, target)
    with written(target, force, made.rights) as path:
        return write(followed(facts(store, asked), progress), path, seen)
