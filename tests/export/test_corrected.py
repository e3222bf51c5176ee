"""A claim that reviewers corrected goes out as they left it, with what was found beside it."""

from db import Store
from export import facts


def test_a_correction_goes_out(store: Store) -> None:
    detained = list(store.claims())[2]
    quantity = {**detained.record["quantity"], "high": None, "wording": "12"}
    store.correct(detained.id, {"quantity": quantity}, "Cem", "the upper figure is of another day")
    corrected = [fact for fact in facts(store) if fact.record["corrected"]]
    assert len(corrected) == 1
    record = corrected[0].record
    assert (record["state"], record["value_min"], record["value_max"]) == ("corrected", "12", None)
    assert (record["value_raw"], record["original_value_raw"]) == ("12", "between 12 and 20")
    assert (record["verified_by_1"], record["verified_by_2"]) == ("reviewer 3", None)
    assert corrected[0].decisions[-1]["corrected"] == {"quantity": quantity}
