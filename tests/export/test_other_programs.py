"""Programs that we did not write open what was exported, and find what was put in."""

import asyncio
import csv
import json
import logging
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas
import pytest
from datasette.app import Datasette
from frictionless import Package
from frictionless import system as frictionless_system
from frictionless.resources import TableResource
from pyarrow import parquet
from rdflib import Dataset, Namespace, URIRef
from rdflib.namespace import RDF
from rocrate.rocrate import ROCrate

from db import Store
from export import Options, columns, evidence_pack, export
from models import Block, Counted, Extraction
from tests.export.test_hostile import HOSTILE
from tests.ledgers import document, extraction

EVERYTHING = Options(everything=True)
SHOWN = [column.name for column in columns() if column.shown == "always"]
OA, PROV = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://www.w3.org/ns/prov#")
UTF8_QUOTED = "44,34,76"  # LibreOffice's filter options: comma, quotation mark, UTF-8


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice for this module alone."""
    return tmp_path_factory.mktemp("office")


def converted(path: Path, office: Path) -> list[list[str]]:
    """The rows as LibreOffice reads them, written as CSV again; of a workbook, those of its sheet "count"."""
    out = path.with_name(f"{path.stem}-read")
    kind = ["--infilter=CSV:44,34,76,1"] if path.suffix == ".csv" else []
    target = f"csv:Text - txt - csv (StarCalc):{UTF8_QUOTED},1,,0,true,false,false,false,false,-1"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{office}", "--headless", *kind, "--convert-to", target, "--outdir",
         str(out), str(path)], check=True, capture_output=True, timeout=240,
    )
    found = next(out.glob("*-count.csv"), None) or next(out.iterdir())
    with found.open(encoding="utf8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_libreoffice(store: Store, tmp_path: Path, office: Path, suffix: str) -> None:
    export(store, tmp_path / f"a{suffix}", EVERYTHING)
    head, *rows = converted(tmp_path / f"a{suffix}", office)
    assert head == SHOWN
    killed, injured, detained, charged = (dict(zip(head, row, strict=True)) for row in rows)
    assert (killed["value_raw"], killed["value_min"], killed["event_date"]) == ("At least 23", "23", "2021-05-04")
    assert (injured["vague"], detained["value_max"], charged["charges"]) == ("dozens", "20", "rioting")
    assert killed["source_sha256"] == store.documents()[0].sha256


def test_libreoffice_runs_nothing(tmp_path: Path, office: Path) -> None:
    """What a spreadsheet could take for a formula (in the workbook also a number or a date) comes out as it went in."""
    hostile = [words for words in HOSTILE if len(words) < 1000 and words.isprintable()]
    texts = "\n".join(hostile)
    read, data = document(texts, blocks=(Block("paragraph", 0, len(texts)),))
    first = replace(extraction().claims[0], place=None, happened=None, evidence={})
    claims, start = [], 0
    for words in hostile:
        claims.append(replace(first, start=start, end=start + len(words), counted=Counted(words, words), key=words))
        start += len(words) + 1
    with Store("sqlite://") as store:
        store.add(read, data, Extraction(claims=tuple(claims)), store.start_run("1", "0"))
        export(store, tmp_path / "a.xlsx", EVERYTHING)
        export(store, tmp_path / "b.csv", replace(EVERYTHING, for_excel=True))
    for name, certain in (("a.xlsx", hostile), ("b.csv", [words for words in hostile if words[:1] in "=+-@"])):
        head, *rows = converted(tmp_path / name, office)
        found = [row[head.index("quote")].removeprefix("'") for row in rows]
        assert {words.removeprefix("'") for words in certain} <= set(found) and len(found) == len(hostile)


def test_pandas(store: Store, tmp_path: Path) -> None:
    for suffix in (".csv", ".xlsx", ".parquet"):
        export(store, tmp_path / f"a{suffix}", EVERYTHING)
    table = pandas.read_csv(tmp_path / "a.csv")
    sheet = pandas.read_excel(tmp_path / "a.xlsx", sheet_name="count")
    for found in (table, sheet):
        assert list(found.columns) == SHOWN
        assert found["value_min"].tolist()[0] == 23 and found["value_max"].sum() == 27
        assert found["event"].tolist() == ["killed", "injured", "detained", "charged"]
    frame = parquet.read_table(tmp_path / "a.parquet").to_pandas()
    assert frame["char_start"].tolist() == table["char_start"].tolist()


def answer(path: Path, address: str) -> Any:
    """What Datasette answers for the file at this address, in this process."""
    async def ask() -> Any:
        found = await Datasette([], immutables=[str(path)]).client.get(address)
        assert found.status_code == 200, found.text
        return found.json()
    return asyncio.run(ask())


def test_datasette(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite"
    export(store, path, EVERYTHING)
    assert {table["name"] for table in answer(path, "/facts.json")["tables"]} >= {"fact", "document", "run", "about"}
    assert [row["event"] for row in answer(path, "/facts/fact.json?_shape=array&_sort=char_start")] == [
        "killed", "injured", "detained", "charged",
    ]
    (place,) = answer(path, "/facts/places.json?_shape=array")
    assert (place["place"], place["facts"]) == ("Belora", 1)
    killed, *_ = answer(path, "/facts/facts_with_sources.json?event=killed&_shape=array")
    assert (killed["document_title"], killed["value_min"]) == ("Clashes in Belora", 23)
    facets = answer(path, "/facts/fact.json?_facet=state")["facet_results"]
    assert {found["value"]: found["count"] for found in (facets.get("results") or facets)["state"]["results"]} == {
        "verified": 1, "rejected": 1, "open": 2,
    }


CONTEXT = {  # what the address of the W3C's context would answer, as far as it is used here: tests load nothing
    "oa": str(OA), "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "dcterms": "http://purl.org/dc/terms/", "rdf": str(RDF), "Annotation": "oa:Annotation",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "value": "rdf:value",
    "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
    "FragmentSelector": "oa:FragmentSelector", "SpecificResource": "oa:SpecificResource",
    "start": "oa:start", "end": "oa:end", "creator": {"@type": "@id", "@id": "dcterms:creator"},
}


def test_rdflib(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.jsonld", EVERYTHING)
    written = json.loads((tmp_path / "a.jsonld").read_text(encoding="utf8"))
    assert written["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    written["@context"][0] = CONTEXT
    graph = Dataset(default_union=True).parse(data=json.dumps(written), format="json-ld")
    annotations = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == 4
    for annotation in annotations:
        assert len(set(graph.objects(annotation, OA.hasTarget))) == 2
        (run,) = graph.objects(annotation, PROV.wasGeneratedBy)
        assert (run, RDF.type, PROV.Activity) in graph
    quotes = {str(quote) for quote in graph.objects(None, OA.exact)}
    assert "At least 23 civilians were killed" in quotes
    assert "31" in {str(start) for start in graph.objects(None, OA.start)}
    assert URIRef("urn:factledger:term:value_min") in set(graph.predicates())


@pytest.fixture
def pack(store: Store, tmp_path: Path) -> Path:
    """A pack of every claim with its sources."""
    evidence_pack(store, tmp_path / "pack", Options(everything=True, sources=True))
    return tmp_path / "pack"


def test_frictionless(pack: Path) -> None:
    frictionless_system.trusted = False
    package = Package(str(pack / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])
    (table,) = [resource for resource in package.resources if isinstance(resource, TableResource)]
    assert next(row["value_min"] for row in table.read_rows()) == 23
    (pack / "data" / "facts.csv").write_bytes((pack / "data" / "facts.csv").read_bytes().replace(b"23", b"24"))
    assert not package.validate().valid


def test_rocrate(pack: Path, store: Store) -> None:
    logging.getLogger("rocrate").setLevel(logging.ERROR)
    crate = ROCrate(str(pack))
    root = crate.root_dataset
    assert root["datePublished"] and root["license"]["name"] and root["description"]
    files = {entity.id for entity in crate.data_entities}
    there = {path.relative_to(pack).as_posix() for path in (pack / "data").rglob("*") if path.is_file()}
    assert files == there | {"verify.py"}
    (document,) = root["isBasedOn"]
    assert (document["name"], document["url"]) == ("Clashes in Belora", "https://example.org/belora")
    text = crate.get(f"data/texts/{store.documents()[0].text_sha256}.txt")
    assert text["isBasedOn"] == document
    (run,) = [entity for entity in crate.contextual_entities if entity.type == "CreateAction"]
    assert run["instrument"]["softwareVersion"] == "1.0"
