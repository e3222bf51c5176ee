"""Writes docs/columns.md and docs/facts.schema.json from the columns of the export room."""

import json
from pathlib import Path

from export.dictionary import json_schema, markdown

PAGE = Path(__file__).with_name("columns.md")
SCHEMA = Path(__file__).with_name("facts.schema.json")


def schema_text() -> str:
    """The JSON Schema as the file holds it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PAGE.write_text(markdown(), encoding="utf8")
    SCHEMA.write_text(schema_text(), encoding="utf8")
