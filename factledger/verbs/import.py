"""`factledger import`: decisions made elsewhere, brought in by claim key."""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.options import add_db, open_store
from factledger.terminal import count, plain

if TYPE_CHECKING:
    from db import Store
    from factledger.decision_files import Line

HELP = "bring in decisions made elsewhere: JSON lines, or an exported CSV or workbook with a column verdict"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and who decided where it does not say."""
    parser.add_argument(
        "file", metavar="FILE", type=Path,
        help="JSON lines (fact_id, verdict, reviewer, reason), or a .csv or .xlsx with these columns; the verdict is "
             "approve or reject, and a row without one is left alone",
    )
    parser.add_argument("--by", metavar="NAME", help="who decided, where the file names no reviewer")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Adds every decision that fits one claim; status 1 when any did not. Nothing is overwritten."""
    from factledger.decision_files import decisions

    lines = list(decisions(options.file, options.by))
    with open_store(options) as store:
        fates = list(_bring_in(store, lines))
    for line, fate in zip(lines, fates, strict=True):
        if fate not in ("added", "known"):
            print(plain(f"{line.where}: {fate}"), file=sys.stderr)
    counted = Counter(fates)
    left = len(fates) - counted["added"] - counted["known"]
    print(f"{count(counted['added'], 'decision')} added, {counted['known']:,} known already, {left:,} not brought in")
    return 1 if left else 0


def _bring_in(store: "Store", lines: "list[Line]") -> Iterator[str]:
    """What became of each line: added, known, or the reason that it was not brought in."""
    from db import StoreError

    ids, known = _claims_by_key(store), _last_words(store)
    for line in lines:
        found = _meant(ids.get(line.key, []), line.claim)
        if line.problem or len(found) != 1:
            yield line.problem or _unmatched(line.key, len(found))
        elif known.get((found[0], line.reviewer)) == (line.verdict, line.reason):
            yield "known"
        else:
            try:
                store.decide(found[0], line.verdict, line.reviewer, line.reason)
            except StoreError as error:
                yield str(error)
                continue
            known[found[0], line.reviewer] = (line.verdict, line.reason)
            yield "added"


def _meant(found: list[str], claim: str | None) -> list[str]:
    """Of several claims with one key, the one whose id is given."""
    return [claim] if len(found) > 1 and claim in found else found


def _unmatched(key: str, number: int) -> str:
    if number:
        return f"{number} claims have the key {key}: say which by claim_id"
    return f"no claim here has the key {key}"


def _claims_by_key(store: "Store") -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for stored in store.claims():
        ids[stored.record["key"]].append(stored.id)
    return ids


def _last_words(store: "Store") -> dict[tuple[str, str], tuple[str, str | None]]:
    """What each reviewer said last of each claim."""
    return {(said.claim, said.reviewer): (said.verdict, said.reason) for said in store.decisions() if said.standing}
