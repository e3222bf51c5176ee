"""The quality gate: no slot's F1 on the gold may fall below tests/quality.json, which `evaluate --pin` writes."""

import pytest

from factledger.evaluate import evaluate
from factledger.quality import QUALITY, fallen


@pytest.mark.skipif(not QUALITY.exists(), reason="no floor has been pinned yet")
def test_no_slot_falls_below_its_floor() -> None:
    assert fallen(evaluate().scores) == []
