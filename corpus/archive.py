"""Zip archives, opened member by member within limits. `folder/a.zip/report.pdf` names a member.

A member's stored name is never used as a path: it only says which member is meant.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from corpus.errors import ReadError
from corpus.settings import Limits

SMALL = 2**20     # bytes, unpacked: no bomb, however tightly it is packed
# all that zipfile raises for bytes that are no sound zip: RuntimeError for a locked member, a subclass of it for an
# unknown packing
BROKEN_ZIP = (BadZipFile, ZlibError, RuntimeError, OSError, EOFError, ValueError)


def archive_of(path: Path) -> Path | None:
    """The archive that a path of this form leads into; None where it names a file or nothing."""
    outer = next((parent for parent in path.parents if parent.is_file()), None)
    return outer if outer and outer.suffix.lower() == ".zip" else None


def members(path: Path, limits: Limits) -> list[str]:
    """The names of all files in an archive, each once. Raises ReadError when it is broken or has too many."""
    with _opened(path) as archive:
        return list(_named(archive, str(path), limits))


def member_bytes(path: Path, archive: Path, limits: Limits) -> bytes:
    """The bytes of one member. Raises ReadError when there is none, it is locked, or it unpacks to too much."""
    name = path.relative_to(archive).as_posix()
    with _opened(archive) as opened:
        info = _named(opened, str(archive), limits).get(name)
        if info is None:
            raise ReadError(str(path), "there is no such file in the archive", "check the name")
        most = min(limits.member, max(SMALL, limits.ratio * info.compress_size))
        try:
            with opened.open(info) as stream:
                data = stream.read(most + 1)
        except BROKEN_ZIP:
            raise ReadError(str(path), "is broken or locked by a password", "unpack the archive yourself") from None
    if len(data) > most:
        raise ReadError(str(path), f"unpacks to more than {most >> 20} MB", "unpack it yourself, and split it")
    return data


@contextmanager
def _opened(path: Path) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(path)
    except BROKEN_ZIP:
        raise ReadError(str(path), "is a broken zip file", "download or save it again") from None
    with archive:
        yield archive


def _named(archive: ZipFile, name: str, limits: Limits) -> dict[str, ZipInfo]:
    """The members by their names, without what would lead out of a folder; of equal names the second is numbered."""
    files = [info for info in archive.infolist() if not info.is_dir()]
    if len(files) > limits.members:
        raise ReadError(name, f"has more than {limits.members:,} files", "unpack it yourself")
    found: dict[str, ZipInfo] = {}
    for info in files:
        parts = [part for part in PurePosixPath(info.filename.replace("\\", "/")).parts if part not in ("/", "..")]
        label, number = "/".join(parts) or "file", 2
        while label in found:
            label, number = f"{number} {'/'.join(parts)}", number + 1
        found[label] = info
    return found
