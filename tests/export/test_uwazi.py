"""The CSV for Uwazi: a title that reads well, values set apart by "|", links only to the web."""

import csv
from pathlib import Path

from db import Store
from export import FORMATS, Options, export


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def test_entities(store: Store, tmp_path: Path) -> None:
    assert export(store, tmp_path / "a.uwazi.csv", Options(everything=True)) == 4
    killed, injured, _, charged = rows(tmp_path / "a.uwazi.csv")
    assert killed["title"] == "at least 23 civilians, killed, Belora"
    assert (killed["date"], killed["date_as_known"], injured["date"]) == ("2021-05-04", "2021-05-04", "")
    assert (killed["source"], charged["charges"]) == ("Clashes in Belora|https://example.org/belora", "rioting")
    assert killed["quote"] == "At least 23 civilians were killed"


def test_the_longer_ending_says_the_format(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.csv")
    assert "title" not in rows(tmp_path / "a.csv")[0]
    assert export(store, tmp_path / "a.txt", form="uwazi") == 1
    assert "title" in rows(tmp_path / "a.txt")[0]


def test_the_guide_names_every_format() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf8")
    assert [made.suffix for made in FORMATS.values() if f"`{made.suffix}`" not in guide] == []
