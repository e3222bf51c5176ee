"""Which code and which rules made an extraction."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import models

CODE = (".py", ".pyc")


@cache
def code_version(ner: str | None = None) -> str:
    """The installed version, such as "0.1.0"; with the trained pipeline that proposes names, where there is one."""
    try:
        own = version("factledger")
    except PackageNotFoundError:
        own = "unknown (not installed)"
    return f"{own} with {ner}" if ner else own


@cache
def rules_sha256() -> str:
    """SHA-256 over the names and bytes of all rules, words and lists, in the order of their names."""
    room = Path(models.__file__).parent
    total = hashlib.sha256()
    knowledge = (path for path in room.rglob("*") if path.is_file() and path.suffix not in CODE)
    for path in sorted(knowledge):
        total.update(f"{path.relative_to(room).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
