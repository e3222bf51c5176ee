"""Short ids that people can type: a letter for the kind, then the beginning of a hash, as long as it takes.

The letter keeps a spreadsheet from reading an id as a number ("3e5").
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from sqlalchemy import Column, Connection, select

from db.driver import among, beginning
from db.errors import AmbiguousId, UnknownId
from db.lineage import heir
from db.tables import claim, document

DIGITS, LONGEST = 5, 64
SHOWN = 4  # so many candidates are named when an id is ambiguous
AFTER = "g"  # sorts after every hexadecimal digit: with it an index finds the ids that begin so


def document_hash(sha256: str, text_sha256: str) -> str:
    """What a document's id begins with: the same source read to the same text has the same id everywhere."""
    return hashlib.sha256(f"{sha256} {text_sha256}".encode()).hexdigest()


@lru_cache(maxsize=4096)  # asked for twice while a document is kept
def claim_hash(key: str, repeat: int) -> str:
    """What a claim's id begins with; `repeat` tells claims of one key apart, 0 for the first."""
    return hashlib.sha256((key if not repeat else f"{key} {repeat}").encode()).hexdigest()


def shortest(letter: str, digests: Sequence[str], taken: Callable[[list[str]], set[str]]) -> list[str]:
    """For each digest its shortest beginning that no one has yet; `taken` tells which of some ids are in use."""
    made, left = [""] * len(digests), list(range(len(digests)))
    for end in range(DIGITS, LONGEST + 1):
        if not left:
            break
        wanted = {number: letter + digests[number][:end] for number in left}
        used, left = taken(list(wanted.values())), []
        for number, name in wanted.items():
            if name in used:
                left.append(number)
            else:
                made[number] = name
                used.add(name)
    return made


class Neighbours:
    """How many claims there are of each of these keys, and the ids that begin as theirs would.

    The keys have no index of their own, which would cost a page for each claim written: the ids begin with their hash.
    """

    def __init__(self, connection: Connection, keys: Sequence[str]) -> None:
        self.seen: Counter[str] = Counter()
        self._connection = connection
        self._ids: set[str] = set()
        self._begun: set[str] = set()
        asked, repeat = list(dict.fromkeys(keys)), 0
        while asked:
            begins = {key: "c" + claim_hash(key, repeat)[:DIGITS] for key in asked}
            there = list(beginning(connection, claim.c.public_id, claim.c.key, list(begins.values()), AFTER))
            self._ids.update(name for name, _ in there)
            self._begun.update(begins.values())
            asked = list({key for name, key in there if key in begins and name.startswith(begins[key])})
            self.seen.update(asked)
            repeat += 1

    def taken(self, names: list[str]) -> set[str]:
        """Those of the names that are ids of claims already."""
        unknown = [name for name in names if name[:DIGITS + 1] not in self._begun]
        return self._ids.intersection(names) | taken_ids(self._connection, claim.c.public_id, unknown)


def taken_ids(connection: Connection, public: Column[str], names: list[str]) -> set[str]:
    """Those of the names that are ids of this column already."""
    return set(among(connection, public, names))


def find_document(connection: Connection, given: str) -> int:
    """The row of the document with this id or the only one that begins so. Raises UnknownId or AmbiguousId."""
    return _find(connection, "document", document.c.public_id, document.c.id, given)


def find_claim(connection: Connection, given: str) -> int:
    """The row of the claim with this id or the only one that begins so, or of what it became when it was read again.

    Raises UnknownId or AmbiguousId.
    """
    return heir(connection, _find(connection, "claim", claim.c.public_id, claim.c.id, given))


def _find(connection: Connection, kind: str, public: Column[str], row: Column[int], given: str) -> int:
    begins = (public.between(given, given + AFTER), public.startswith(given, autoescape=True))
    rows = connection.execute(select(public, row).where(*begins).order_by(public).limit(SHOWN + 1)).all()
    for name, found in rows:
        if given and (name == given or len(rows) == 1):
            return int(found)
    if not rows or not given:
        raise UnknownId(f"no {kind} has the id {given or 'that is empty'!r}: see `factledger {_LISTED[kind]}`")
    raise AmbiguousId(f"{given!r} is the beginning of several {kind} ids: {_some([name for name, _ in rows])}")


_LISTED = {"claim": "claims", "document": "status --documents"}


def _some(names: Collection[str]) -> str:
    listed = list(names)[:SHOWN]
    return ", ".join(listed) + (" ..." if len(names) > SHOWN else "")
