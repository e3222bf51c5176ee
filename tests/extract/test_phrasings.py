"""Every way that we know of to write a count, each with the claims it makes: no more, no fewer."""

from datetime import date
from pathlib import Path

import pytest

from corpus import from_text
from extract import extract
from models import Claim, Quantity

TABLES = sorted(Path(__file__).parent.glob("phrasings*.txt"))
LINES = [line for table in TABLES for line in table.read_text(encoding="utf8").splitlines()]
ROWS = [line.partition(" =>") for line in LINES if " =>" in line and not line.startswith("#")]
UNCERTAIN = ("hypothetical", "requested", "denied")


def shown(quantity: Quantity) -> str:
    """The figures alone: "12", "15-25", "dozens", "life"; its bounds are tested elsewhere."""
    if quantity.vague:
        return quantity.vague.lower().replace(" ", "_")
    figures = [quantity.low, quantity.high]
    given = list(dict.fromkeys(format(figure.normalize(), "f") for figure in figures if figure is not None))
    return "-".join(given)


def told(claim: Claim) -> bool:
    return claim.event not in ("stated", "affected") and claim.status not in UNCERTAIN


@pytest.mark.parametrize(("sentence", "claims"), [(text, claims.strip()) for text, _, claims in ROWS])
def test_a_sentence_makes_its_claims(sentence: str, claims: str) -> None:
    found = extract(from_text(sentence, published=date(2023, 6, 20))).claims
    given = [f"{shown(claim.quantity)} {claim.event}" for claim in found if told(claim)]
    assert sorted(given) == sorted(claim.strip() for claim in claims.split(";") if claim.strip())
