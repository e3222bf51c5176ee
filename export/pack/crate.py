"""A pack described as an RO-Crate (version 1.1): its files, the documents that they come from, and the runs."""

from collections.abc import Iterator, Sequence
from typing import Any

from export.pack.describe import TITLE, Part
from export.reading import Reading
from export.view import View

Entity = dict[str, Any]

RIGHTS = {
    "@id": "#rights", "@type": "CreativeWork", "name": "Rights in the sources",
    "description": "The sources and their words keep the rights of those who published them.",
}
CHECKS = {"@id": "verify.py", "@type": ["File", "SoftwareSourceCode"], "name": "Checks this pack",
          "programmingLanguage": "Python", "encodingFormat": "text/x-python"}


def crate(parts: list[Part], readings: Sequence[Reading], seen: View, day: str) -> Entity:
    """The content of ro-crate-metadata.json; `day` is that of the ledger's last event."""
    about = {
        "@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    files, documents, runs = [_file(part, readings) for part in parts], list(map(_document, readings)), _runs(seen)
    root = {
        "@id": "./", "@type": "Dataset", "name": TITLE, "datePublished": day, "license": _to(RIGHTS),
        "description": "\n".join(f"{name}: {says}" for name, says in seen.about),
        "hasPart": [*map(_to, files), _to(CHECKS)], "isBasedOn": list(map(_to, documents)),
        "mentions": [_to(one) for one in runs if one["@type"] == "CreateAction"],
    }
    graph = [about, root, RIGHTS, CHECKS, *files, *documents, *runs]
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def _file(part: Part, readings: Sequence[Reading]) -> Entity:
    """A file; a text or a source says which document it is of."""
    of = [one for one in readings if part.name.partition(".")[0] in (one.text_sha256, one.entry.sha256)]
    made = {
        "@id": part.path, "@type": "File", "name": part.says, "encodingFormat": part.media,
        "contentSize": str(part.size), "sha256": part.sha256,
    }
    return made | ({"isBasedOn": _to(_document(of[0]))} if of else {})


def _document(reading: Reading) -> Entity:
    entry = reading.entry
    known = {"publisher": entry.publisher, "datePublished": entry.published,
             "url": entry.url, "inLanguage": entry.language}
    made = {"@id": f"#document-{entry.id}", "@type": "CreativeWork", "name": entry.title or "Untitled",
            "identifier": f"sha256:{entry.sha256}"}
    return made | {name: value for name, value in known.items() if value}


def _runs(seen: View) -> list[Entity]:
    """The runs of the extraction, each with the version of the program that it used."""
    return [*_programs(seen), *(
        {
            "@id": f"#run-{run.number}", "@type": "CreateAction", "name": f"Extraction, run {run.number}",
            "instrument": {"@id": f"#factledger-{run.code_version}"}, "startTime": run.started_at,
            "description": f"Rules with the SHA-256 {run.rules_sha256}", "result": {"@id": "./"},
        } | ({"endTime": run.finished_at} if run.finished_at else {}) for run in seen.runs
    )]


def _programs(seen: View) -> Iterator[Entity]:
    for version in sorted({run.code_version for run in seen.runs}):
        yield {"@id": f"#factledger-{version}", "@type": "SoftwareApplication", "name": "FactLedger",
               "softwareVersion": version}


def _to(entity: Entity) -> Entity:
    return {"@id": entity["@id"]}
