"""A quantity as the page shows it."""

from models import Quantity
from models.wording import value_in_words


def figure(quantity: Quantity, kind: str = "count") -> str:
    """As in every table, with the signs of mathematics: "≥ 23", "EUR 7,800"."""
    return value_in_words(quantity, kind).replace(">=", "≥").replace("<=", "≤")
