"""A pack described as a Data Package (Frictionless Data, version 1)."""

from typing import Any

from export.dictionary import table_schema
from export.pack.describe import TITLE, Part
from export.view import View


def frictionless(parts: list[Part], seen: View) -> dict[str, Any]:
    """The content of datapackage.json: every file with its sum, the CSV with the meaning of its columns."""
    return {
        "profile": "data-package", "name": "facts", "title": TITLE,
        "description": "\n".join(f"{name}: {says}" for name, says in seen.about),
        "resources": [_resource(part, seen) for part in parts],
    }


def _resource(part: Part, seen: View) -> dict[str, Any]:
    name = part.path.removeprefix("data/").replace("/", "-").replace(".", "-").lower()
    made: dict[str, Any] = {
        "name": name, "path": part.path, "title": part.says, "mediatype": part.media, "bytes": part.size,
        "hash": f"sha256:{part.sha256}", "profile": "data-resource",
        "type": "file",  # the frictionless program would take JSON and workbooks for tables of its own kind
    }
    if part.name != "facts.csv":
        return made
    return made | {
        "profile": "tabular-data-resource", "type": "table", "format": "csv", "encoding": "utf-8",
        "schema": table_schema(seen.columns),
    }
