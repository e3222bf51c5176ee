"""python -m factledger.gold: writes the readable gold files anew from the marked sources."""

import sys

from factledger.gold.files import write_files
from factledger.gold.shapes import GoldError


def main() -> int:
    """Names each file written; a mistake in the mark-up is one sentence and exit status 1."""
    try:
        for path in write_files():
            print(path.name)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
