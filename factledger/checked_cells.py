"""What someone changed in a row of an exported spreadsheet: the cells that say something else than the claim does."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from extract.words.lexicon import noun_lemma
from models.edtf import precision

Record = Mapping[str, Any]
Cells = Mapping[str, str]

FIGURES = {"value_min": "low", "value_max": "high"}
TRUTHS = {"value_min_open": "low_open", "value_max_open": "high_open", "approximate": "approximate"}
VALUE = {**FIGURES, **TRUTHS, "vague": "vague", "unit": "unit"}  # columns of the value, and its parts in the record
WORDS = ("event", "polarity", "status")
DATES = {"event_date": "happened", "as_of": "as_of"}
NAMES = {"counted": ("counted", "text"), "attribution": ("source", "name"), "place": ("place", "name")}
COLUMNS = (*VALUE, *WORDS, *DATES, *NAMES)
TELLING = ("value_min", "value_max", "event")  # a change of these is told even where the row has no verdict


class NoCorrection(ValueError):
    """The cells of a row make no correction. The message is half a sentence for the user."""


def changed(cells: Cells, found: Record, now: Record, columns: tuple[str, ...] = COLUMNS) -> list[str]:
    """The columns, of those that the row has, whose cell is neither as the claim was found nor as it stands now.

    A date that a spreadsheet program wrote in its own way is not taken for a change.
    """
    there = [column for column in columns if column in cells]
    differ = [column for column in there
              if not any(_same(cells[column], _shown(claim, column), column) for claim in (found, now))]
    return [column for column in differ if column not in DATES or _is_date(cells[column])]


def correction(cells: Cells, columns: list[str], claim: Record) -> dict[str, Any]:
    """The slots of the claim's record as the cells in these columns have them. Raises NoCorrection."""
    slots: dict[str, Any] = {column: cells[column] for column in columns if column in WORDS}
    value = {VALUE[column]: _part(column, cells[column]) for column in columns if column in VALUE}
    if value:
        slots["quantity"] = _ordered({**claim["quantity"], **value})
    for column in columns:
        if column in DATES:
            edtf = cells[column]
            slots[DATES[column]] = {"edtf": edtf, "precision": precision(edtf), "span": None} if edtf else None
    if "counted" in columns:
        words = cells["counted"]
        slots["counted"] = {"text": words, "lemma": noun_lemma((words.lower().split() or [""])[-1]), "span": None}
    if "attribution" in columns:
        slots["source"] = {**claim["source"], "name": cells["attribution"], "span": None}
    if "place" in columns:
        slots["place"] = {"name": cells["place"], "country": None, "span": None} if cells["place"] else None
    return slots


def _shown(claim: Record, column: str) -> Any:
    """What an export has of the claim in this column."""
    if column in VALUE:
        return claim["quantity"][VALUE[column]]
    if column in WORDS:
        return claim[column]
    slot, part = (DATES[column], "edtf") if column in DATES else NAMES[column]
    return (claim[slot] or {}).get(part)


def _same(cell: str, value: Any, column: str) -> bool:
    if column in TRUTHS:
        return _truth(cell) == bool(value)
    if column in FIGURES and cell and value:
        return _figure(cell) == Decimal(value)
    return cell.removeprefix("'") == " ".join(str(value or "").split())


def _part(column: str, cell: str) -> Any:
    """A part of the value as the claim's record has it."""
    if column in TRUTHS:
        return _truth(cell)
    if column in FIGURES and cell:
        figure = _figure(cell)
        if figure is None:
            raise NoCorrection(f"{column} is no figure: {cell!r}")
        return f"{figure.normalize():f}"
    return cell or None


def _ordered(quantity: dict[str, Any]) -> dict[str, Any]:
    low, high = quantity["low"], quantity["high"]
    if low is not None and high is not None and Decimal(low) > Decimal(high):
        raise NoCorrection(f"value_min {low} is above value_max {high}: change both")
    return quantity


def _figure(cell: str) -> Decimal | None:
    try:
        figure = Decimal(cell.replace(",", ""))
    except InvalidOperation:
        return None
    return figure if figure.is_finite() else None


def _truth(cell: str) -> bool:
    return cell.lower() in ("true", "1", "yes")


def _is_date(cell: str) -> bool:
    try:
        return not cell or bool(precision(cell))
    except ValueError:
        return False
