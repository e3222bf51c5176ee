"""A figure in a cell takes its event from the head of its column or row, and no claim reads over the cell's edge."""

from dataclasses import replace

import pytest

from corpus import from_text
from extract import extract
from extract.claims.cells import RULE
from models import Block

Found = list[tuple[str, str, str]]      # event, figure, words of the claim
BEFORE = "The commission counted the cases.\n\n"
TABLE: list[tuple[str, Found]] = [
    ("Region | Killed | Injured\nNorth | 40 | 1,204\nSouth | 7 men were killed. |",
     [("killed", "40", "North | 40"), ("injured", "1,204", "North | 40 | 1,204"),
      ("killed", "7", "7 men were killed")]),
    ("Year | Deaths | \n | Prison | Police\nEarlier | 12 | 4",
     [("killed", "12", "Earlier | 12"), ("killed", "4", "Earlier | 12 | 4")]),
    ("What became of them | North\nConvicted | 31\nInjured | 5", [("convicted", "31", "Convicted | 31"),
                                                                 ("injured", "5", "Injured | 5")]),
    ("Region | Beds\nNorth | 40\nSouth | 7", []),
    ("Killed | 40", []),
]


@pytest.mark.parametrize(("table", "wanted"), TABLE)
def test_cells(table: str, wanted: Found) -> None:
    text = BEFORE + table
    blocks = (Block("paragraph", 0, len(BEFORE) - 2), Block("table", len(BEFORE), len(text)))
    claims = extract(replace(from_text(text), blocks=blocks)).claims
    assert [(claim.event, claim.quantity.wording, text[claim.start : claim.end]) for claim in claims] == wanted
    heads = {text[claim.evidence["head"].start : claim.evidence["head"].end] for claim in claims if claim.rule == RULE}
    assert heads <= {"Killed", "Injured", "Deaths", "Convicted"}


def test_the_place_is_that_of_the_row() -> None:
    text = BEFORE + "Country | Executed\nKenya | 4\nPeru | 9"
    blocks = (Block("paragraph", 0, len(BEFORE) - 2), Block("table", len(BEFORE), len(text)))
    claims = extract(replace(from_text(text), blocks=blocks)).claims
    assert [(claim.quantity.wording, claim.place and claim.place.name) for claim in claims] == [("4", "Kenya"),
                                                                                               ("9", "Peru")]
