"""Decisions made elsewhere, as files: JSON lines, or a spreadsheet that people added their verdicts to."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from factledger.errors import Failure

VERDICTS = ("approve", "reject", "correct")
NEEDED = ("fact_id", "verdict")
PSEUDONYM = re.compile(r"reviewer \d+")  # as an export without --names has it: another person in every ledger
LONGEST = 1_000_000  # characters of a cell

Row = tuple[int, list[str]]  # its number, as a spreadsheet shows it, and its cells


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of the file; `where` says where it stands, `problem` why it cannot be read.

    `claim` is the claim's id, for where several claims have the key. `cells` is the row of a spreadsheet that it was:
    what a correction changed, and without a verdict what should perhaps have one. `corrected` has the slots of a
    correction made in another ledger, or of the one that an approval is of.
    """

    where: str
    key: str = ""
    verdict: str = ""
    reviewer: str = ""
    reason: str | None = None
    claim: str | None = None
    problem: str | None = None
    cells: Mapping[str, str] | None = None
    corrected: Mapping[str, Any] | None = None


def decisions(path: Path, by: str | None) -> Iterator[Line]:
    """Every decision in the file. Raises Failure.

    A row of a spreadsheet without a verdict has an empty one here. `by` is who decided where the file does not say.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _of_tables(path, _workbook(path), by)
    if suffix in (".csv", ".tsv"):
        return _of_tables(path, [("", _comma_separated(path))], by)
    return _of_json(path, by)


def _of_json(path: Path, by: str | None) -> Iterator[Line]:
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            yield from _json_line(f"line {number}", line, by)


def _json_line(where: str, text: str, by: str | None) -> Iterator[Line]:
    """One decision, or those on a fact that another ledger exported."""
    try:
        said = json.loads(text)
    except ValueError:
        yield Line(where, problem="it is no JSON")
        return
    if not isinstance(said, dict) or not isinstance(said.get("fact_id"), str):
        yield Line(where, problem="it has no fact_id")
    elif "verdict" not in said and isinstance(said.get("decisions"), list):
        for decision in last_words(said["decisions"]):
            yield _decision(where, {name: said.get(name) for name in ("fact_id", "claim_id")} | decision, None)
    else:
        yield _decision(where, said, by)


def last_words(decisions: list[Any]) -> Iterator[dict[str, Any]]:
    """What each reviewer said last that still stands, of the decisions of an exported fact, the oldest first."""
    known = {said.get("number"): said for said in decisions if isinstance(said, dict)}
    standing = (said for said in known.values() if said.get("standing") and said.get("verdict") != "skip")
    last = {said.get("reviewer"): said for said in standing}
    for said in sorted(last.values(), key=list(known.values()).index):
        if said.get("verdict") in VERDICTS:
            made = known.get(said.get("follows"), {})
            yield said | {"corrected": said.get("corrected") or made.get("corrected")}


def _of_tables(path: Path, tables: Iterable[tuple[str, Iterable[Row]]], by: str | None) -> Iterator[Line]:
    """The rows of every table that has the columns."""
    missed: list[str] | None = None
    used = False
    for sheet, rows in tables:
        numbered = iter(rows)
        head = [cell.strip().lower() for cell in next(numbered, (1, []))[1]]
        if not set(NEEDED) <= set(head):
            missed = head if "fact_id" in head or missed is None else missed
            continue
        used = True
        for number, cells in numbered:
            if any(cell.strip() for cell in cells):
                said = dict(zip(head, map(str.strip, cells), strict=False))
                yield _row(f"sheet {sheet}, row {number}" if sheet else f"row {number}", said, by)
    if not used:
        raise Failure(f"{path} {_lacking(missed or [])}")


def _row(where: str, said: dict[str, str], by: str | None) -> Line:
    verdict, key = said.get("verdict", "").lower(), said.get("fact_id", "")
    if not key and verdict:
        return Line(where, problem="it has no fact_id")
    cells = {name: " ".join(cell.split()) for name, cell in said.items()}
    if not verdict:
        return Line(where, key, claim=said.get("claim_id"), cells=cells)
    return replace(_decision(where, {name: cell for name, cell in said.items() if cell} | {"verdict": verdict}, by),
                   cells=cells)


def _lacking(head: list[str]) -> str:
    """Which column is missing, and what to do."""
    name = next(name for name in NEEDED if name not in head)
    near = get_close_matches(name, head, n=1)
    if near:
        return f"has no column {name}: did you mean that by {near[0]!r}?"
    if name == "verdict":
        return "has no column verdict: add one with approve, reject or correct in each row that was checked"
    return "has no column fact_id: export the facts with it, and check that file"


def _decision(where: str, said: Mapping[str, Any], by: str | None) -> Line:
    reviewer, verdict, reason = said.get("reviewer") or by, said.get("verdict"), said.get("reason")
    if verdict not in VERDICTS:
        return Line(where, problem=f"the verdict {verdict!r} is none of {', '.join(VERDICTS)}")
    if not isinstance(reviewer, str) or not reviewer.strip():
        return Line(where, problem="it names no reviewer: say who decided with --by NAME")
    if PSEUDONYM.fullmatch(reviewer):
        return Line(where, problem=f"{reviewer!r} is a pseudonym of another ledger: export it with --names")
    claim, corrected = said.get("claim_id"), said.get("corrected")
    return Line(where, said["fact_id"], verdict, " ".join(reviewer.split()), None if reason is None else str(reason),
                claim if isinstance(claim, str) else None,
                corrected=corrected if isinstance(corrected, dict) else None)


def _workbook(path: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    from corpus import ReadError
    from factledger.workbook import sheets

    if not path.is_file():
        raise Failure(f"{path} cannot be read: there is no such file")
    try:
        yield from sheets(path)
    except ReadError as error:
        raise Failure(str(error)) from None


def _comma_separated(path: Path) -> Iterator[Row]:
    """The rows of a CSV, set apart by what its first line has most of: commas, semicolons or tabs."""
    text = _text(path)
    first = text.partition("\n")[0]
    csv.field_size_limit(LONGEST)
    try:
        yield from enumerate(csv.reader(text.splitlines(keepends=True), delimiter=max(",;\t", key=first.count)), 1)
    except csv.Error as error:
        raise Failure(f"{path} cannot be read as CSV: {error}") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Failure(f"{path} cannot be read: it is not in UTF-8; save it as \"CSV UTF-8\" or as .xlsx") from None
    except OSError as error:
        raise Failure(f"{path} cannot be read: {error.strerror or error}") from None
