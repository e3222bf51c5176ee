"""`factledger import`: decisions made elsewhere, brought in by claim key."""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factledger.errors import Failure
from factledger.options import add_db, open_store
from factledger.terminal import count, plain

if TYPE_CHECKING:
    from db import Store

HELP = "bring in decisions made elsewhere, as JSON lines with fact_id, verdict, reviewer and reason"
VERDICTS = ("approve", "reject")
PSEUDONYM = re.compile(r"reviewer \d+")  # as an export without --names has it: another person in every ledger


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of the file; `problem` says why it cannot be read."""

    number: int
    key: str = ""
    verdict: str = ""
    reviewer: str = ""
    reason: str | None = None
    problem: str | None = None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and who decided where it does not say."""
    parser.add_argument("file", metavar="FILE", type=Path, help="JSON lines, one decision a line")
    parser.add_argument("--by", metavar="NAME", help="who decided, where a line names no reviewer")
    add_db(parser)


def run(options: argparse.Namespace) -> int:
    """Adds every decision that fits one claim; status 1 when any did not. Nothing is overwritten."""
    lines = list(_lines(options.file, options.by))
    with open_store(options) as store:
        fates = list(_bring_in(store, lines))
    for line, fate in zip(lines, fates, strict=True):
        if fate not in ("added", "known"):
            print(plain(f"line {line.number}: {fate}"), file=sys.stderr)
    counted = Counter(fates)
    left = len(fates) - counted["added"] - counted["known"]
    print(f"{count(counted['added'], 'decision')} added, {counted['known']:,} known already, {left:,} not brought in")
    return 1 if left else 0


def _lines(path: Path, by: str | None) -> Iterator[Line]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"{path} cannot be read: {error}") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(number, line, by)


def _line(number: int, text: str, by: str | None) -> Line:
    try:
        said = json.loads(text)
    except ValueError:
        return Line(number, problem="it is no JSON")
    if not isinstance(said, dict) or not isinstance(said.get("fact_id"), str):
        return Line(number, problem="it has no fact_id")
    return _decision(number, said, by)


def _decision(number: int, said: dict[str, Any], by: str | None) -> Line:
    reviewer, verdict = said.get("reviewer") or by, said.get("verdict")
    if verdict not in VERDICTS:
        return Line(number, problem=f"the verdict {verdict!r} is none of {', '.join(VERDICTS)}")
    if not isinstance(reviewer, str) or not reviewer.strip():
        return Line(number, problem="it names no reviewer: say who decided with --by NAME")
    if PSEUDONYM.fullmatch(reviewer):
        return Line(number, problem=f"{reviewer!r} is a pseudonym of another ledger: export it with --names")
    reason = said.get("reason")
    return Line(number, said["fact_id"], verdict, " ".join(reviewer.split()), None if reason is None else str(reason))


def _bring_in(store: "Store", lines: list[Line]) -> Iterator[str]:
    """What became of each line: added, known, or the reason that it was not brought in."""
    from db import StoreError

    ids, known = _claims_by_key(store), _last_words(store)
    for line in lines:
        found = ids.get(line.key, [])
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


def _unmatched(key: str, number: int) -> str:
    return f"{number} claims have the key {key}" if number else f"no claim here has the key {key}"


def _claims_by_key(store: "Store") -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for stored in store.claims():
        ids[stored.record["key"]].append(stored.id)
    return ids


def _last_words(store: "Store") -> dict[tuple[str, str], tuple[str, str | None]]:
    """What each reviewer said last of each claim."""
    return {(said.claim, said.reviewer): (said.verdict, said.reason) for said in store.decisions() if said.standing}
