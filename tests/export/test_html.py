"""The report: everything said is escaped, the number is marked, nothing is loaded or run."""

import base64
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from db import Store
from export import Options, export, wording
from export.fact import Record
from models import Extraction
from tests.export.test_hostile import HOSTILE, exported
from tests.ledgers import document, extraction

EVERYTHING = Options(everything=True, codebook="acled")


def page(store: Store, path: Path, options: Options = EVERYTHING) -> html.HtmlElement:
    export(store, path, options)
    return html.fromstring(path.read_text(encoding="utf8"))


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in tree.xpath(path)]


def test_grouped_by_event_and_place(store: Store, tmp_path: Path) -> None:
    tree = page(store, tmp_path / "a.html")
    assert texts(tree, "//h2") == ["1Killed", "1Injured", "1Detained", "1Charged"]
    assert texts(tree, "//h3") == ["Belora, GE", *["Place not stated"] * 3]
    assert texts(tree, "//p[@class='value']") == [
        "at least 23 civilians", "dozens civilians rejected", "12 to 20 civilians open", "7 civilians open",
    ]


def test_quote_with_its_number_in_context(store: Store, tmp_path: Path) -> None:
    tree = page(store, tmp_path / "a.html")
    assert texts(tree, "//mark") == ["23", "Dozens", "between 12 and 20", "7"]
    assert texts(tree, "//blockquote")[0] == (
        "Tamar Watch: clashes in Belora At least 23 civilians were killed "
        "in Belora on 4 May 2021, the mayor said. Dozens were …"
    )


def test_source_and_reviewers(store: Store, tmp_path: Path) -> None:
    killed, injured, *_ = texts(page(store, tmp_path / "a.html"), "//article")
    assert "According to the mayor, as passed on by Tamar Watch" in killed
    assert "Clashes in Belora, Tamar Watch, 1 June 2021, page 1, characters 31–64" in killed
    assert "verified by reviewer 1" in killed and "and reviewer 2" in killed
    assert "acled counts 12" in injured and "verified by" not in injured


def test_nothing_is_loaded_or_run(store: Store, tmp_path: Path) -> None:
    tree = page(store, tmp_path / "a.html")
    assert tree.xpath("//script | //img | //link | //iframe | //@src | //@style | //@onclick") == []
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = tree.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in str(style) and "@import" not in str(style)


@pytest.mark.parametrize("words", [*HOSTILE, "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"], ids=repr)
def test_hostile_words_are_text(words: str, tmp_path: Path) -> None:
    written = exported(words, tmp_path / "a.html").read_text(encoding="utf8")
    tree = html.fromstring(written)
    assert tree.xpath("//script | //img | //@onerror") == []
    assert not set(written) & {chr(code) for code in (*range(9), *range(11, 32), 0x7F, *wording.TURNS)}
    assert html.document_fromstring(written).xpath("count(//article)") == 1


@pytest.mark.parametrize(("url", "clicked"), [
    ("https://example.org/a?b=1&c=\"2", True), ("javascript:alert(1)", False), ("data:text/html,x", False),
    (None, False), ("http://[broken", False),
])
def test_only_web_addresses_are_links(tmp_path: Path, url: str | None, clicked: bool) -> None:
    read, data = document(url=url)
    with Store("sqlite://") as store:
        found = Extraction(claims=(replace(extraction().claims[0]),))
        store.add(read, data, found, store.start_run("1", "0"))
        tree = page(store, tmp_path / "a.html")
    assert tree.xpath("//article//@href") == ([url] if clicked else [])


def test_nothing_verified(tmp_path: Path) -> None:
    with Store("sqlite://") as empty:
        tree = page(empty, tmp_path / "a.html", Options())
    assert texts(tree, "//p[@class='none']") == ["No claim has been verified that fits these conditions."]


BLANK: Record = dict.fromkeys((
    "vague", "value_min", "value_max", "value_min_open", "value_max_open", "approximate", "unit", "value_raw",
))


@pytest.mark.parametrize(("fields", "words"), [
    ({"value_min": "1500", "value_max": "1500"}, "1,500"),
    ({"value_min": "10", "value_min_open": True}, "more than 10"),
    ({"value_max": "9"}, "up to 9"), ({"value_max": "50", "value_max_open": True}, "fewer than 50"),
    ({"value_min": "40", "value_max": "40", "approximate": True}, "about 40"),
    ({"value_min": "42", "value_max": "42", "unit": "month"}, "42 month"),
    ({"unit": "life", "value_raw": "life"}, "life"), ({"value_raw": "a number"}, "a number"),
    ({"vague": "dozens"}, "dozens"), ({"value_min": "7800.50", "value_max": "7800.50", "unit": "EUR"}, "7,800.50 EUR"),
])
def test_quantity_in_words(fields: Record, words: str) -> None:
    assert wording.quantity(BLANK | fields) == words


@pytest.mark.parametrize(("edtf", "words"), [
    ("2021-05-04", "4 May 2021"), ("2021-05", "May 2021"), ("2021", "2021"), ("2021-05~", "about May 2021"),
    ("2022-01-04/2022-01-07", "4 January 2022 to 7 January 2022"), ("../2022", "up to 2022"),
    ("2022-03/..", "from March 2022"),
    ("202X", "202X"), ("2022-22", "2022-22"), ("2022-22/2023", "2022-22/2023"), ("../202X", "../202X"),
])
def test_dates_in_words(edtf: str, words: str) -> None:
    assert wording.date(edtf) == words


@pytest.mark.parametrize(("fields", "words"), [
    ({"status": "stated", "place": None}, "9 fishermen, ill treated"),
    ({"status": "denied", "place": None}, "9 fishermen, ill treated (denied)"),
    ({"status": "alleged", "place": "Belora"}, "9 fishermen, ill treated, Belora (alleged)"),
])
def test_a_title_never_hides_how_the_source_puts_it(fields: Record, words: str) -> None:
    nine = {"value_min": "9", "value_max": "9", "counted": "fishermen", "event": "ill_treated"}
    assert wording.title(BLANK | nine | fields) == words
