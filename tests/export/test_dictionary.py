"""What the columns mean is said once: the pages made from it are up to date, and facts keep to it."""

import re

import pytest

from db import Store
from docs import columns as page
from export import Options, columns, facts
from export.columns import chosen
from export.dictionary import JSON_TYPES, TYPES, json_schema, markdown, table_schema

PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "null": (type(None),), "number": (int, float), "boolean": (bool,), "array": (list,),
}


SHOWN = [
    "fact_id", "claim_id", "state", "kind", "event", "value_raw", "value_min", "value_max", "value_min_open",
    "value_max_open", "approximate", "vague", "unit", "counted", "polarity", "status", "attribution",
    "attribution_kind", "attribution_chain", "as_of", "event_date", "event_date_precision", "event_date_raw", "place",
    "place_raw", "country", "charges", "actor", "part_of", "quote", "quote_prefix", "quote_suffix", "page",
    "page_label", "char_start", "char_end", "boxes", "document_title", "document_publisher", "document_date",
    "document_url", "source_sha256", "text_sha256", "rule_id", "rules_version", "run_id", "confidence", "corrected",
    "original_value_raw", "verified_by_1", "verified_at_1", "verified_by_2", "verified_at_2", "event_seq",
    "event_hash",
]


def test_others_may_rely_on_these_columns_in_this_order() -> None:
    assert [column.name for column in chosen(())] == SHOWN
    assert [column.name for column in chosen((), codebook=True)] == [*SHOWN, "codebook", "codebook_value"]
    assert [column.name for column in chosen(("quote", "document_id"))] == ["quote", "document_id"]


def test_pages_are_up_to_date() -> None:
    assert page.PAGE.read_text(encoding="utf8") == markdown(), "run make docs"
    assert page.SCHEMA.read_text(encoding="utf8") == page.schema_text(), "run make docs"


def test_every_column_is_described_for_programs() -> None:
    names = [column.name for column in columns()]
    assert list(json_schema()["properties"])[:-2] == names
    assert [field["name"] for field in table_schema(columns())["fields"]] == names
    assert JSON_TYPES.keys() == TYPES.keys() == {column.type for column in columns()}


@pytest.mark.parametrize("column", [column.name for column in columns()])
def test_facts_keep_to_the_schema(store: Store, column: str) -> None:
    said = json_schema()["properties"][column]
    kinds = said["type"] if isinstance(said["type"], list) else [said["type"]]
    for fact in facts(store, Options(everything=True, codebook="acled")):
        value = fact.record[column]
        assert any(isinstance(value, PYTHON_TYPES[kind]) for kind in kinds), (column, value)
        if value is not None and "pattern" in said:
            assert re.fullmatch(said["pattern"], value)
