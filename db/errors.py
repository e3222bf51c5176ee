"""What can go wrong with a ledger, each as one sentence with its remedy."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, NoSuchModuleError


class StoreError(Exception):
    """The ledger cannot do what was asked. The message is one sentence for the user."""


class UnknownId(StoreError):
    """No claim or document has this id."""


class AmbiguousId(StoreError):
    """Several claims or documents begin with this id."""


class StaleError(StoreError):
    """A decision was made on what is not so any more: another one came in between."""


class NewerVersion(StoreError):
    """The database was written by a newer version of the program."""


# SQLite's result codes (sqlite.org/rescode.html), the beginning of their names
SENTENCES = {
    "SQLITE_BUSY": "{name} is locked by another program: try again when that one is done",
    "SQLITE_LOCKED": "{name} is locked by another program: try again when that one is done",
    "SQLITE_READONLY": "{name} is read-only: make the file and its folder writable, or name another with --db",
    "SQLITE_PERM": "{name} may not be opened: ask for the right to read and write it, or name another with --db",
    "SQLITE_NOTADB": "{name} is not a database: name another file with --db",
    "SQLITE_CANTOPEN": "{name} cannot be opened: its folder must exist, and you need the right to read and write there",
    "SQLITE_FULL": "{name} cannot grow, the disk is full: make room and try again, nothing was half written",
    "SQLITE_CORRUPT": "{name} is damaged: restore it from a backup",
    "SQLITE_IOERR": "{name} cannot be read or written, the disk reports an error: check the disk and try again",
}


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turns what the database driver raises into a StoreError; `name` is how the user calls the database."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_sentence(name, error)) from error
    except NoSuchModuleError as error:
        raise StoreError(f"{name} is a kind of database that is not supported: take SQLite or PostgreSQL") from error
    except ModuleNotFoundError as error:
        raise StoreError(f"{name} needs {error.name}: install it with pip install 'factledger[postgres]'") from error


def _sentence(name: str, error: DBAPIError) -> str:
    code = getattr(error.orig, "sqlite_errorname", "")
    for beginning, sentence in SENTENCES.items():
        if code.startswith(beginning):
            return sentence.format(name=name)
    return f"{name}: {' '.join(str(error.orig).split())}"
