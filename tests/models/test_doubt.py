"""Figures that text recognition was not sure of are known again by the notes of their document."""

from dataclasses import replace

import pytest

from models import Page
from models.doubt import doubt, is_doubtful
from tests.ledgers import TEXT, document, extraction

HALF = TEXT.index("Dozens")
PAGES = (Page(1, 595.0, 842.0, 0, HALF), Page(2, 595.0, 842.0, HALF, len(TEXT)))


@pytest.mark.parametrize(("notes", "wanted"), [
    (("page 1: " + doubt(["23", "4"]),), True),
    (("page 1, 2: " + doubt(["(23)."]),), True),
    (("page 2: " + doubt(["23"]),), False),
    (("page 1: " + doubt(["2", "3"]),), False),
    (("page 1: is a picture; its words are by text recognition (OCR)",), False),
    (("page 1: " + doubt(["2021,"]),), True),
    ((), False),
])
def test_doubt(notes: tuple[str, ...], wanted: bool) -> None:
    killed = next(claim for claim in extraction().claims if claim.event == "killed")
    assert is_doubtful(replace(document()[0], pages=PAGES, notes=notes), killed) is wanted
