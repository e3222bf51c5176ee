"""Web annotations: the quote is where the selectors say, and every name that is used is explained."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from db import Store
from export import Options, export
from export.jsonld_format import named
from tests.export.test_hostile import HOSTILE, exported
from tests.ledgers import TEXT

Node = dict[str, Any]


def graph(path: Path) -> list[Node]:
    whole = json.loads(path.read_text(encoding="utf8"))
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    nodes: list[Node] = whole["@graph"]
    return nodes


def annotations(path: Path) -> list[Node]:
    return [node for node in graph(path) if node["type"] == "Annotation"]


def selectors(target: Node) -> dict[str, Node]:
    return {selector["type"]: selector for selector in target["selector"]}


def test_selectors(store: Store, tmp_path: Path) -> None:
    assert export(store, tmp_path / "a.jsonld", Options(everything=True)) == 4
    for found in annotations(tmp_path / "a.jsonld"):
        text, source = map(selectors, found["target"])
        where, quote = text["TextPositionSelector"], text["TextQuoteSelector"]
        assert TEXT[where["start"]:where["end"]] == quote["exact"] == source["TextQuoteSelector"]["exact"]
        assert TEXT[:where["start"]].endswith(quote["prefix"]) and TEXT[where["end"]:].startswith(quote["suffix"])


def test_pages_and_boxes(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.jsonld", Options(everything=True))
    killed, injured, *_ = annotations(tmp_path / "a.jsonld")
    fragments = [selectors(found["target"][1])["FragmentSelector"]["value"] for found in (killed, injured)]
    assert fragments == ["page=1&viewrect=72,90.5,12.25,11.50", "page=1"]


def test_source_and_body(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.jsonld")
    (found,) = annotations(tmp_path / "a.jsonld")
    words, values = found["body"]
    assert words["value"] == "killed: at least 23 civilians"
    assert (values["factledger:value_min"], values["factledger:event_date"]) == ("23", "2021-05-04")
    assert found["target"][1]["source"]["id"] == "https://example.org/belora"
    assert found["creator"] == ["urn:factledger:reviewer:reviewer%201", "urn:factledger:reviewer:reviewer%202"]


def test_every_run_and_reviewer_is_in_the_graph(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.jsonld", Options(everything=True, names=True))
    nodes = graph(tmp_path / "a.jsonld")
    known = {node["id"] for node in nodes}
    used = {agent["id"] for node in nodes for agent in node.get("prov:wasAttributedTo", [])}
    used |= {node["prov:wasGeneratedBy"]["id"] for node in nodes if "prov:wasGeneratedBy" in node}
    assert used and used <= known
    assert len(known) == len(nodes)


@pytest.mark.parametrize("words", HOSTILE, ids=repr)
def test_hostile_words_are_exact(words: str, tmp_path: Path) -> None:
    (found,) = annotations(exported(words, tmp_path / "a.jsonld"))
    assert selectors(found["target"][0])["TextQuoteSelector"]["exact"] == words


def test_named_by_hash() -> None:
    name = named("ab" * 32)
    assert base64.urlsafe_b64decode(name.removeprefix("ni:///sha-256;") + "=") == b"\xab" * 32
    assert named("0") == "urn:factledger:hash:0"
