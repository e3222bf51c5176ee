"""CSV as Uwazi imports it: a title, a value per property, several values set apart by "|", a link as label and address.

Dates are given only where they are days (yyyy-mm-dd); what is less exact stays in `date_as_known` (EDTF). The property
names are the headers: make a template with these names first.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from export import wording
from export.cells import text
from export.fact import Fact, Record
from export.html_format import web_address
from export.view import View

SAME = (  # columns that go over under their own names
    "event", "value_raw", "value_min", "value_max", "counted", "polarity", "status", "attribution", "place", "country",
    "quote", "page", "char_start", "char_end", "source_sha256", "text_sha256", "fact_id",
)
HEADERS = ("title", *SAME, "date", "date_as_known", "charges", "source")


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    number = 0
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(HEADERS)
        for number, fact in enumerate(facts, 1):  # noqa: B007
            writer.writerow(_row(fact.record))
    return number


def _row(record: Record) -> list[str]:
    day = record["event_date"] if record["event_date_precision"] == "day" and len(record["event_date"]) == 10 else ""
    return [
        wording.title(record), *(text(record[name], "text") for name in SAME), day, record["event_date"] or "",
        "|".join(_apart(charge) for charge in record["charges"]), _link(record),
    ]


def _link(record: Record) -> str:
    url = web_address(record["document_url"])
    return f"{_apart(record['document_title'] or url)}|{url}" if url else ""


def _apart(words: str) -> str:
    """Words without the mark that sets values apart."""
    return words.replace("|", "/")
