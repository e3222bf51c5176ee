"""Dates as they are kept (EDTF, ISO 8601-2)."""

import re

YEAR, MONTH, DAY = r"\d{4}", r"\d{4}-(?:0[1-9]|1[0-2])", r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
PRECISIONS = ((DAY, "day"), (MONTH, "month"), (r"\d{4}-2[1-4]", "season"), (YEAR, "year"), (r"\d{3}X", "decade"))


def precision(edtf: str) -> str:
    """How exact a date is, an interval by its beginning. Raises ValueError for what is no date (EDTF, ISO 8601-2)."""
    first = next((part for part in edtf.split("/") if part not in ("", "..")), "").rstrip("~?%")
    for pattern, name in PRECISIONS:
        if re.fullmatch(pattern, first) and edtf.count("/") < 2:
            return name
    raise ValueError(f"{edtf!r} is no date: write 2022-08-15, 2022-08, 2022, or two of them with / between")
