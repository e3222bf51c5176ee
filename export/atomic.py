"""A file that is there whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from export.errors import ExportError


@contextmanager
def written(target: Path, force: bool) -> Iterator[TextIO]:
    """A UTF-8 file without newline translation that takes its name only when all is written.

    Raises ExportError if it cannot be written, or if it exists and `force` is not given.
    """
    if target.is_dir():
        raise ExportError(f"{target} is a folder: name a file")
    if not force and target.exists():
        raise ExportError(f"{target} exists: give --force to replace it, or another name")
    try:
        with _beside(target) as file:
            yield file
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}") from None


@contextmanager
def _beside(target: Path) -> Iterator[TextIO]:
    """A temporary file in the same folder, renamed at the end, removed if anything went wrong."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(handle, "w", encoding="utf8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    """The rights that new files do not get: mkstemp gives none to others, an export is an ordinary file."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
