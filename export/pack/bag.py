"""The sums of a pack as BagIt (RFC 8493) writes them."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
TAG_MANIFEST = "tagmanifest-sha256.txt"


def seal(folder: Path, info: Mapping[str, str]) -> None:
    """Writes the bag's own files: what it is, and a sum for every other file."""
    payload = _files(folder / "data")
    sizes = [path.stat().st_size for path in payload]
    said = {**info, "Payload-Oxum": f"{sum(sizes)}.{len(sizes)}"}
    _write(folder / "bagit.txt", BAGIT)
    _write(folder / "bag-info.txt", "".join(f"{name}: {value}\n" for name, value in said.items() if value))
    _write(folder / "manifest-sha256.txt", _sums(folder, payload))
    tags = [path for path in _files(folder) if not path.is_relative_to(folder / "data")]
    _write(folder / TAG_MANIFEST, _sums(folder, tags))


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _sums(folder: Path, files: Iterable[Path]) -> str:
    named = sorted((path.relative_to(folder).as_posix(), path) for path in files)
    return "".join(f"{digest(path)}  {name}\n" for name, path in named)


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
