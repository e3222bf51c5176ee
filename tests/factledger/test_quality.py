"""The quality gate: no slot's F1 on the gold may fall below tests/quality.json, which `evaluate --pin` writes."""

from factledger.evaluate import evaluate
from factledger.quality import fallen


def test_no_slot_falls_below_its_floor() -> None:
    assert fallen(evaluate().scores) == []
