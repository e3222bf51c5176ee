"""What the columns mean is said once: the pages made from it are up to date, and facts keep to it."""

import re

import pytest

from db import Store
from docs import columns as page
from export import Options, columns, facts
from export.dictionary import JSON_TYPES, TYPES, json_schema, markdown, table_schema

PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "null": (type(None),), "number": (int, float), "boolean": (bool,), "array": (list,),
}


def test_pages_are_up_to_date() -> None:
    assert page.PAGE.read_text(encoding="utf8") == markdown(), "run make docs"
    assert page.SCHEMA.read_text(encoding="utf8") == page.schema_text(), "run make docs"


def test_every_column_is_described_for_programs() -> None:
    names = [column.name for column in columns()]
    assert list(json_schema()["properties"])[:-2] == names
    assert [field["name"] for field in table_schema()["fields"]] == names
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
