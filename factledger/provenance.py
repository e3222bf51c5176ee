"""Which code and which rules made an extraction."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import models


@cache
def code_version() -> str:
    """The installed version, such as "0.1.0"."""
    try:
        return version("factledger")
    except PackageNotFoundError:
        return "unknown (not installed)"


@cache
def rules_sha256() -> str:
    """SHA-256 over the names and bytes of all rule files, in the order of their names."""
    room = Path(models.__file__).parent
    total = hashlib.sha256()
    for path in sorted(room.rglob("*.toml")):
        total.update(f"{path.relative_to(room).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
