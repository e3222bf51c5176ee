"""W3C Web Annotations as JSON-LD: each fact as an annotation of its quote, with who verified it and what found it.

An annotation has two targets: the text that was read (quote and position, in code points) and the source file (quote
and, where it has pages, the page and the box as RFC 3778 writes them). A file whose web address is not known is named
by its hash (RFC 6920). Runs and reviewers are PROV-O activities and agents. The graph is written line by line.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from export import wording
from export.fact import Fact, Record
from export.view import View

Node = dict[str, Any]

OURS = "urn:factledger:"
CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"prov": "http://www.w3.org/ns/prov#", "factledger": f"{OURS}term:"},
]
PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"
BODY = (  # what of a fact stands in its body, beside its words
    "kind", "event", "value_raw", "value_min", "value_max", "value_min_open", "value_max_open", "approximate", "vague",
    "unit", "codebook", "codebook_value", "counted", "polarity", "status", "attribution", "attribution_kind",
    "attribution_chain", "as_of", "event_date", "event_date_precision", "place", "country", "charges", "actor", "state",
)


def write(facts: Iterable[Fact], path: Path, view: View) -> int:
    """Writes the facts; how many."""
    number = 0
    people: set[str] = set()
    with path.open("w", encoding="utf8", newline="") as file:
        file.write('{"@context": ' + _json(CONTEXT) + ', "@graph": [\n')
        for number, fact in enumerate(facts, 1):  # noqa: B007
            people.update(_reviewers(fact.record))
            _line(file, annotation(fact))
        for node in _provenance(view, sorted(people)):
            _line(file, node)
        file.write(_json({"id": f"{OURS}export", "type": "factledger:Export", "factledger:about": dict(view.about)}))
        file.write("\n]}\n")
    return number


def annotation(fact: Fact) -> Node:
    """One fact as an annotation (W3C Web Annotation Data Model)."""
    record = fact.record
    made: Node = {
        "id": f"{OURS}fact:{record['claim_id']}:{record['fact_id']}", "type": "Annotation", "motivation": "describing",
        "body": [_words(record), _values(record)],
        "target": [_text_target(record), _source_target(record)],
        "prov:wasGeneratedBy": {"id": _run(record["run_id"])},
    }
    if people := _reviewers(record):
        made |= {"creator": [_person(name) for name in people], "created": record["verified_at_1"]}
        made["prov:wasAttributedTo"] = [{"id": _person(name)} for name in people]
    return made


def _words(record: Record) -> Node:
    value = f"{record['event']}: {wording.quantity(record)} {record['counted']}{wording.standing(record)}"
    return {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": value}


def _values(record: Record) -> Node:
    known = {f"factledger:{name}": record[name] for name in BODY if record[name] not in (None, [], False)}
    return {"type": "factledger:Fact", **known}


def _text_target(record: Record) -> Node:
    position = {"type": "TextPositionSelector", "start": record["char_start"], "end": record["char_end"]}
    return {
        "type": "SpecificResource", "source": named(record["text_sha256"]),
        "selector": [_quote(record), position],
    }


def _source_target(record: Record) -> Node:
    source: Node = {"id": record["document_url"] or named(record["source_sha256"])}
    source |= {"factledger:sha256": record["source_sha256"], "factledger:title": record["document_title"]}
    return {
        "type": "SpecificResource", "source": source,
        "selector": [_quote(record), *_fragments(record)],
    }


def _quote(record: Record) -> Node:
    return {
        "type": "TextQuoteSelector", "exact": record["quote"],
        "prefix": record["quote_prefix"], "suffix": record["quote_suffix"],
    }


def _fragments(record: Record) -> Iterator[Node]:
    """One for each line of print; only the page where the boxes are not known."""
    if record["page"] is None:
        return
    areas = [
        f"page={page}&viewrect={left:g},{top:g},{right - left:.2f},{bottom - top:.2f}"
        for page, left, top, right, bottom in record["boxes"]
    ]
    for value in areas or [f"page={record['page']}"]:
        yield {"type": "FragmentSelector", "conformsTo": PDF_FRAGMENT, "value": value}


def _provenance(view: View, people: list[str]) -> Iterator[Node]:
    for run in view.runs:
        yield {
            "id": _run(run.number), "type": "prov:Activity", "prov:startedAtTime": run.started_at,
            "prov:endedAtTime": run.finished_at, "prov:used": {"id": named(run.rules_sha256)},
            "prov:wasAssociatedWith": {"id": _software(run.code_version)},
        }
    for version in sorted({run.code_version for run in view.runs}):
        yield {"id": _software(version), "type": ["Software", "prov:SoftwareAgent"], "name": f"FactLedger {version}"}
    for name in people:
        yield {"id": _person(name), "type": ["Person", "prov:Person"], "name": name}


def _reviewers(record: Record) -> list[str]:
    return [name for name in (record["verified_by_1"], record["verified_by_2"]) if name]


def _person(name: str) -> str:
    return f"{OURS}reviewer:{quote(name)}"


def _run(number: int) -> str:
    return f"{OURS}run:{number}"


def _software(version: str) -> str:
    return f"{OURS}software:{version}"


def named(sha256: str) -> str:
    """The name of a resource by its hash (RFC 6920); a text that is no SHA-256 in hex is named as it is."""
    try:
        digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    except ValueError:
        return f"{OURS}hash:{sha256}"
    return f"ni:///sha-256;{digest}"


def _json(node: Any) -> str:
    return json.dumps(node, ensure_ascii=False)


def _line(file: TextIO, node: Node) -> None:
    file.write(_json(node) + ",\n")
