"""A pack described for programs (Frictionless, RO-Crate) and for people."""

from pathlib import Path
from typing import Any

from export.dictionary import table_schema
from export.options import Options
from export.pack.bag import digest
from export.view import View

Record = dict[str, Any]

MEDIA = {
    ".csv": "text/csv", ".jsonl": "application/jsonl", ".html": "text/html", ".txt": "text/plain",
    ".sqlite": "application/vnd.sqlite3", ".jsonld": "application/ld+json", ".json": "application/schema+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SAYS = {
    "facts.csv": "The facts as a table", "facts.jsonl": "The facts with the whole claim and the decisions on it",
    "facts.xlsx": "The facts as a workbook", "report.html": "The facts to read and print",
    "facts.sqlite": "The facts as a database", "annotations.jsonld": "The facts as W3C Web Annotations",
    "facts.schema.json": "What each column means", "events.jsonl": "The chain of the ledger's events",
}
CHECKED = "was compared with its source by people."
UNCHECKED = "says how far people have compared it with its source: not all of them have been."
LOG = "It tells every event in full."
LINKS = "Names are left out here, so the log holds only the links of the chain, not what happened."
TITLE = "Facts with their sources"


def logged_in_full(options: Options) -> bool:
    """Whether the log may say what happened: its events name people, and none can be changed without breaking it."""
    return options.names and not options.redact


def part(folder: Path, path: Path) -> Record:
    """What the descriptions say of a file."""
    return {
        "path": path.relative_to(folder).as_posix(), "name": path.name, "media": MEDIA[path.suffix],
        "says": SAYS.get(path.name, "The text of a source, as it was read"), "bytes": path.stat().st_size,
        "sha256": digest(path),
    }


def frictionless(parts: list[Record]) -> Record:
    """A Data Package (Frictionless Data, version 1)."""
    return {
        "profile": "data-package", "name": "facts", "title": TITLE,
        "resources": [_resource(found) for found in parts],
    }


def _resource(found: Record) -> Record:
    name = found["path"].removeprefix("data/").replace("/", "-").replace(".", "-").lower()
    made = {
        "name": name, "path": found["path"], "title": found["says"], "mediatype": found["media"],
        "bytes": found["bytes"], "hash": f"sha256:{found['sha256']}",
    }
    if found["name"] != "facts.csv":
        return made
    return made | {
        "profile": "tabular-data-resource", "format": "csv", "encoding": "utf-8", "schema": table_schema(),
    }


def crate(parts: list[Record], day: str) -> Record:
    """The metadata of an RO-Crate (version 1.1)."""
    about = {
        "@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    root = {
        "@id": "./", "@type": "Dataset", "name": TITLE,
        "description": "Facts taken from reports and decisions, each with its place in the source.",
        "license": "The sources keep the rights of those who published them.",
        "hasPart": [{"@id": found["path"]} for found in parts],
    } | ({"datePublished": day} if day else {})
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": [about, root, *map(_entity, parts)]}


def _entity(found: Record) -> Record:
    return {
        "@id": found["path"], "@type": "File", "name": found["says"], "encodingFormat": found["media"],
        "contentSize": str(found["bytes"]), "sha256": found["sha256"],
    }


def readme(number: int, seen: View, head: str) -> str:
    """The pack in plain words."""
    template = Path(__file__).with_name("readme.txt").read_text(encoding="utf8")
    about = "\n".join(f"- {name}: {says}" for name, says in seen.about)
    withheld = LOG if logged_in_full(seen.options) else LINKS
    checked = CHECKED if seen.verified else UNCHECKED
    return template.format(checked=checked, number=f"{number:,}", about=about, head=head, withheld=withheld)
