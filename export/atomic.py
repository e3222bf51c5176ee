"""A file or folder that is there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from export.errors import ExportError


@contextmanager
def written(target: Path, force: bool, rights: int = 0o666) -> Iterator[Path]:
    """The path of an empty file in the same folder that takes the target's name only when all is written.

    Raises ExportError if it cannot be written, or if it exists and `force` is not given.
    """
    if target.is_dir():
        raise ExportError(f"{target} is a folder: name a file")
    _check_free(target, force)
    with _sentences(target), _beside(target, rights) as path:
        yield path


@contextmanager
def filled(target: Path, force: bool) -> Iterator[Path]:
    """The path of an empty folder that takes the target's name only when all is in it. Raises ExportError."""
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target} is a file: name a folder")
    if target.exists() and any(target.iterdir()):
        _check_free(target, force)
        if not (target / "bagit.txt").exists():
            raise ExportError(f"{target} is no evidence pack, so it is not replaced: name another folder")
    with _sentences(target):
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            yield folder
            os.chmod(folder, 0o777 & ~_umask())
            _take_place(folder, target)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


def _take_place(folder: Path, target: Path) -> None:
    """The old folder is removed only when the new one stands in its place."""
    old = folder.with_name(f"{folder.name}.old")
    if target.exists():
        os.replace(target, old)
    os.replace(folder, target)
    shutil.rmtree(old, ignore_errors=True)


def _check_free(target: Path, force: bool) -> None:
    if not force and target.exists():
        raise ExportError(f"{target} exists: give --force to replace it, or another name")


@contextmanager
def _sentences(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror or error}") from None


@contextmanager
def _beside(target: Path, rights: int) -> Iterator[Path]:
    """A temporary file in the same folder, renamed at the end, removed if anything went wrong."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
        with open(name, "rb") as file:
            os.fsync(file.fileno())
        os.chmod(name, rights & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    """The rights that new files do not get: mkstemp gives none to others, an export is an ordinary file."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
