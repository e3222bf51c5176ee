"""A reviewer's correction: is it a claim, and does its figure stand in the words that it rests on?"""

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, select

from db import tables
from db.errors import StoreError
from db.events import canonical
from models import Claim, ShapeError, from_dict

# figures with thousands separators of any custom
FIGURE = re.compile(r"[0-9]+(?:[,.\u00a0\u202f ][0-9]+)*")
SEPARATORS = re.compile(r"[,\u00a0\u202f ]")


def corrected(connection: Connection, claim: int, values: Mapping[str, Any], reason: str | None) -> str:
    """The correction as JSON, `values` being slots of the claim's record. Raises StoreError when it cannot stand."""
    table = tables.claim.c
    found = connection.execute(select(table.record, table.document, table.run).where(table.id == claim)).one()
    record = json.loads(found.record)
    changed = {name: value for name, value in values.items() if record.get(name) != value}
    if not changed:
        raise StoreError("the correction says what the claim says already: approve it instead")
    whole = record | changed
    _check_shape(whole)
    text = connection.execute(select(tables.document.c.text).where(tables.document.c.id == found.document)).scalar_one()
    if not 0 <= whole["start"] < whole["end"] <= len(text):
        raise StoreError("the correction's words are not in the document: give offsets within its text")
    if "quantity" in changed and not (reason or "").strip():
        check_figures(connection, found.document, whole, text)
    return canonical(changed)


def _check_shape(record: Mapping[str, Any]) -> None:
    try:
        from_dict(Claim, dict(record))
    except (ShapeError, KeyError) as error:
        raise StoreError(f"the correction is no claim: {error}") from None


def check_figures(connection: Connection, document: int, record: Mapping[str, Any], text: str) -> None:
    """Raises StoreError for a figure of the record that its words in the document's text do not have."""
    words, quantity = text[record["start"]:record["end"]], record["quantity"]
    there = figures(words) | _numerals(connection, document, record["start"], record["end"])
    for name in ("low", "high"):
        value = quantity.get(name)
        if value is not None and Decimal(value) not in there:
            raise StoreError(
                f"{value} does not stand in the words “{' '.join(words.split())}”: give a reason with --reason"
            )


def figures(words: str) -> set[Decimal]:
    """Every figure that is written in digits, however its thousands are set apart."""
    found: set[Decimal] = set()
    for match in FIGURE.finditer(words):
        for written in (match[0], *re.split(r"[,\u00a0\u202f ]", match[0])):
            try:
                found.add(Decimal(SEPARATORS.sub("", written)))
            except InvalidOperation:
                continue
    return found


def _numerals(connection: Connection, document: int, start: int, end: int) -> set[Decimal]:
    """The figures of the numbers that were read within these offsets, those in words among them."""
    table = tables.numeral.c
    rows = connection.execute(
        select(table.record).where(table.document == document, table.start >= start, table.end <= end)
    ).scalars()
    quantities = [json.loads(record)["quantity"] or {} for record in rows]
    return {Decimal(value) for found in quantities for value in (found.get("low"), found.get("high")) if value}
