"""Pictures of pages in a pack: one for each page of a fact in a PDF, its words framed, and the report leads there."""

import json
from pathlib import Path

import bagit
import numpy
import pytest
from lxml import html
from PIL import Image

from corpus import read
from db import Store
from export import BadOption, Options, evidence_pack, export
from export.pack import verify
from extract import extract

GOLD = Path(__file__).parents[2] / "corpus" / "gold" / "strait-crossings.pdf"
ASKED = Options(everything=True, where=("event=killed",), sources=True, pictures=True)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The killed of a real PDF and the one of a text beside it, with sources and pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    with Store(folder / "ledger.db") as store:
        document = read(GOLD)
        store.add(document, GOLD.read_bytes(), extract(document), store.start_run("1", "a" * 64), GOLD.name)
        evidence_pack(store, folder / "pack", ASKED)
    return folder / "pack"


def facts(pack: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (pack / "data" / "facts.jsonl").open(encoding="utf8")]


def test_each_fact_has_its_page(pack: Path) -> None:
    names = {path.name for path in (pack / "data" / "pictures").iterdir()}
    assert names == {f"{fact['claim_id']}-page-{fact['page']}.png" for fact in facts(pack)} and names
    assert list(verify.problems(pack)) == [] and bagit.Bag(str(pack)).is_valid()


def test_the_words_are_framed(pack: Path) -> None:
    fact = facts(pack)[0]
    page, _, top, *_ = fact["boxes"][0]  # type: ignore[index]
    with Image.open(pack / "data" / "pictures" / f"{fact['claim_id']}-page-{page}.png") as picture:
        pixels = numpy.asarray(picture.convert("RGB")).astype(int)
    high, near = numpy.argwhere(pixels[:, :, 0] - pixels[:, :, 1] > 100).min(axis=0) * 72 / 110
    assert abs(high - top) < 4 and abs(near - min(box[1] for box in fact["boxes"])) < 4  # type: ignore[attr-defined]


def test_the_report_leads_to_them(pack: Path) -> None:
    tree = html.fromstring((pack / "data" / "report.html").read_text(encoding="utf8"))
    links = [str(link) for link in tree.xpath("//article//@href")]
    assert links and all((pack / "data" / link).is_file() for link in links)


def test_sources_are_there_as_they_came(pack: Path) -> None:
    (source,) = (pack / "data" / "sources").iterdir()
    assert source.read_bytes() == GOLD.read_bytes() and source.suffix == ".pdf"
    assert {fact["source_sha256"] for fact in facts(pack)} == {source.stem}


def test_the_readme_names_them(pack: Path) -> None:
    said = (pack / "README.md").read_text(encoding="utf8")
    assert "`data/sources/`" in said and "`data/pictures/`" in said


def test_only_in_a_pack_and_never_redacted(store: Store, tmp_path: Path) -> None:
    for wanted in ("sources", "pictures"):
        with pytest.raises(BadOption, match="go into an evidence pack only"):
            export(store, tmp_path / "a.csv", Options(**{wanted: True}))  # type: ignore[arg-type]
        with pytest.raises(BadOption, match="show the names"):
            Options(redact="names", **{wanted: True})  # type: ignore[arg-type]
    for wrong in (Options(fields=("quote",)), Options(for_excel=True)):
        with pytest.raises(BadOption, match="an evidence pack"):
            evidence_pack(store, tmp_path / "pack", wrong)
