"""The JSON form of every shape is exact in both directions, and refuses what does not fit."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import models
from models import Claim, Quantity, ShapeError, Span, Word, from_dict, to_dict, to_json
from tests.ledgers import extraction

SHAPES = [shape for shape in vars(models).values() if hasattr(shape, "__dataclass_fields__")]
RECORD = to_dict(extraction().claims[0])

st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(float, st.floats(allow_nan=False))
st.register_type_strategy(Mapping, st.dictionaries(st.text(), st.builds(Span), max_size=3))
st.register_type_strategy(Sequence, st.lists(st.builds(Word), max_size=3).map(tuple))


def test_every_shape_is_tried() -> None:
    assert {shape.__name__ for shape in SHAPES} >= {"Document", "Extraction", "Claim", "Mention", "Numeral", "Case"}


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
def test_round_trip(shape: type, data: st.DataObject) -> None:
    made = data.draw(st.from_type(shape))
    read: object = from_dict(shape, json.loads(json.dumps(to_dict(made))))
    assert read == made
    assert to_dict(read) == to_dict(made)
    assert to_json(made) == json.dumps(to_dict(made), ensure_ascii=False, separators=(",", ":"))


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_figure_keeps_its_digits(figure: Decimal) -> None:
    read = from_dict(Quantity, to_dict(Quantity(low=figure)))
    assert str(read.low) == str(figure)


MISFITS: list[tuple[dict[str, Any], str]] = [
    ({"event": "vanished"}, "'vanished' is none of"),
    ({"start": "31"}, "int was expected, found str"),
    ({"start": True}, "int was expected, found bool"),
    ({"colour": "red"}, "Claim: unknown field colour"),
    ({"number": [40, 42]}, "Span: a record was expected, found list"),
    ({"charges": "theft"}, "a list was expected, found str"),
    ({"quantity": {"low": "many"}}, "'many' is no decimal number"),
    ({"quantity": {"low": 23}}, "str was expected, found int"),
    ({"confidence": None}, "float was expected, found NoneType"),
]


@pytest.mark.parametrize(("change", "reason"), MISFITS)
def test_a_misfit_is_refused(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(ShapeError, match=reason):
        from_dict(Claim, RECORD | change)


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(ShapeError, match="missing 1 required positional argument: 'key'"):
        from_dict(Claim, {name: value for name, value in RECORD.items() if name != "key"})


def test_a_date_is_no_text() -> None:
    with pytest.raises(ShapeError, match="'May 2021' is no date"):
        from_dict(models.Case, {"decided": "May 2021"})


def test_shapes_do_not_share_a_record() -> None:
    claim = extraction().claims[0]
    assert from_dict(Claim, to_dict(replace(claim, confidence=0.5))) != claim
