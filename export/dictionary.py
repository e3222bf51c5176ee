"""What the columns mean, for people (Markdown) and for programs (JSON Schema, Frictionless Table Schema).

All of it comes from columns.toml.
"""

from typing import Any

from export.columns import Column, columns

Record = dict[str, Any]

JSON_TYPES: dict[str, Record] = {
    "text": {"type": ["string", "null"]}, "date": {"type": ["string", "null"]},
    "figure": {"type": ["string", "null"], "pattern": "^-?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]+)?$"},
    "truth": {"type": "boolean"}, "number": {"type": ["number", "null"]},
    "list": {"type": "array", "items": {"type": "string"}},
    "boxes": {"type": "array", "items": {"type": "array", "items": {"type": "number"}, "minItems": 5, "maxItems": 5}},
}
TABLE_TYPES = {"text": "string", "date": "string", "figure": "number", "truth": "boolean", "number": "number",
               "list": "string", "boxes": "array"}
TYPES = {
    "text": "words", "date": "a date as EDTF (ISO 8601-2), such as 2022-08 or 2022-01-04/2022-01-07",
    "figure": "a decimal number, exact", "truth": "true or false", "number": "a number",
    "list": "a list; in tables joined by \"; \"", "boxes": "a list of boxes; in tables as JSON",
}


def json_schema() -> Record:
    """The JSON Schema (2020-12) of a line of JSON lines."""
    described = {column.name: {"description": column.says, **JSON_TYPES[column.type]} for column in columns()}
    own = {
        "claim": {"type": "object", "description": "The whole claim, as the program's own shapes have it"},
        "decisions": {"type": "array", "items": {"type": "object"}, "description": "Every decision on it, in order"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A fact with its source",
        "type": "object", "properties": described | own, "additionalProperties": False,
    }


def table_schema(shown: tuple[Column, ...]) -> Record:
    """The Table Schema (Frictionless) of a CSV with these columns."""
    fields = [{"name": one.name, "type": TABLE_TYPES[one.type], "description": one.says} for one in shown]
    return {"fields": fields, "missingValues": [""], "primaryKey": ["claim_id"]}


def markdown() -> str:
    """The page docs/columns.md."""
    head = ["# The columns of an export", "", "Made from `export/columns.toml` by `make docs`.", "",
            "| column | type | what it says |", "|---|---|---|"]
    rows = [f"| `{column.name}` | {column.type} | {column.says.replace('|', chr(92) + '|')} |" for column in columns()]
    apart = ["", "A table has these columns in this order. "
             "`document_id` is there only where `--fields` names it, `codebook` and `codebook_value` also with "
             "`--codebook`. JSON lines have all of them."]
    types = ["", "## Types", "", *(f"- **{name}**: {says}" for name, says in TYPES.items())]
    return "\n".join([*head, *rows, *apart, *types]) + "\n"
