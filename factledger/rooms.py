"""All rooms must come from one folder: another distribution could have installed a `db` of its own."""

from importlib.util import find_spec
from pathlib import Path

from factledger.errors import Failure

ROOMS = ("models", "corpus", "extract", "db", "review", "export", "factledger")


def check() -> None:
    """Raises Failure when a room is missing or is another program's package of that name."""
    home = Path(__file__).parent.parent
    for room in ROOMS:
        found = find_spec(room)
        if found is None or not found.origin:
            raise Failure(f"the package {room!r} is missing from {home}: install FactLedger again")
        if Path(found.origin).parent.parent != home:
            raise Failure(
                f"the package {room!r} in {Path(found.origin).parent} belongs to another program: "
                "install FactLedger in an environment of its own"
            )
