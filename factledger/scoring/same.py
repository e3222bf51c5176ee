"""When two quantities, names, nouns or dates count as the same."""

import re
from decimal import Decimal

from models import Quantity

IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "policemen": "policeman"}
MONTHS = Decimal(12)


def same_quantity(wanted: Quantity, given: Quantity) -> bool:
    """The same figures, bounds and unit; a vague word has to stay vague, its exact word is not compared."""
    if wanted.vague or given.vague:
        return bool(wanted.vague) == bool(given.vague)
    return _figures(wanted) == _figures(given)


def _figures(quantity: Quantity) -> tuple[object, ...]:
    """Years become months, so that "three and a half years" and "42 months" are the same."""
    factor, unit = (MONTHS, "month") if quantity.unit == "year" else (Decimal(1), quantity.unit)
    low, high = (_scaled(figure, factor) for figure in (quantity.low, quantity.high))
    return low, high, quantity.low_open, quantity.high_open, quantity.approximate, unit


def _scaled(figure: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if figure is None else (figure * factor).quantize(Decimal("0.001"))


def plain(name: str | None) -> str:
    """A name without case, articles, titles' dots and possessives, for comparison."""
    words = re.sub(r"['’]s?\b|[^\w\s]", " ", (name or "").casefold())
    return " ".join(word for word in words.split() if word not in ("the", "a", "an"))


def same_name(wanted: str, given: str | None) -> bool:
    """One name holds the other as whole words."""
    a, b = plain(wanted), plain(given)
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")


def singular(noun: str) -> str:
    """The rough lemma of an English noun, enough to compare two writings of one noun."""
    noun = noun.casefold()
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    for ending, lemma in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", "")):
        if noun.endswith(ending) and not noun.endswith(("ss", "us")):
            return noun.removesuffix(ending) + lemma
    return noun


def bare(edtf: str) -> str:
    """An EDTF value without its marks of doubt."""
    return re.sub(r"[~?%]", "", edtf)
