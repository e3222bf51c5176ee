"""FollowTheMoney: what its own validation lets through is all that was written, and every tie has both ends."""

import hashlib
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner
from followthemoney import model
from followthemoney.cli.cli import cli
from followthemoney.schema import ValidationData

from db import Store
from export import ExportError, Options, export
from models import Case, Claim, Extraction, Mention, When
from models.case import Party
from tests.export.test_hostile import HOSTILE, exported
from tests.ledgers import TEXT, document, extraction

Entity = dict[str, Any]
EVERYTHING = Options(everything=True)
DECISION = Case(
    court="High Court of Belora", name="The State v. Orla Brandt", case_numbers=("HC 12/2021",),
    decided=date(2021, 6, 1), parties=(Party("Orla Brandt", "defendant"), Party("The State")), outcome="convicted",
)


def entities(path: Path) -> list[Entity]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def of(schema: str, found: list[Entity]) -> list[dict[str, list[str]]]:
    return [entity["properties"] for entity in found if entity["schema"] == schema]


def validated(path: Path) -> list[Entity]:
    """What FollowTheMoney's own command makes of the file."""
    run = CliRunner().invoke(cli, ["validate", "-i", str(path), "-o", str(path.with_suffix(".valid"))])
    assert run.exit_code == 0, run.output
    own = ("id", "schema", "properties")
    return [{name: entity[name] for name in own} for entity in entities(path.with_suffix(".valid"))]


def check(path: Path) -> list[Entity]:
    """Every entity is whole and valid, and whatever one points to is there."""
    found = entities(path)
    assert validated(path) == found
    ids = {entity["id"] for entity in found}
    for entity in found:
        schema = model[entity["schema"]]
        schema.validate(cast(ValidationData, entity))
        assert set(schema.required) <= entity["properties"].keys()
        for name, values in entity["properties"].items():
            assert schema.properties[name].type.name != "entity" or set(values) <= ids
    return found


def decided(path: Path, **others: object) -> Path:
    """An export of one fact in a decision with three names."""
    read, data = document()
    names = (
        Mention("ORG", 0, 11, "Tamar Watch", "Tamar Watch", "organisations"),
        Mention("PERSON", 12, 19, "clashes", "Orla Brandt", "persons"),
        Mention("DATE", 0, 5, "Tamar", "2021", "dates"),
    )
    found: Claim = replace(extraction().claims[0], **others)  # type: ignore[arg-type]
    with Store("sqlite://") as store:
        store.add(read, data, Extraction(names, (found,), case=DECISION), store.start_run("1", "0"), "case.txt")
        export(store, path, EVERYTHING)
    return path


def test_events_tied_to_their_documents(store: Store, tmp_path: Path) -> None:
    assert export(store, tmp_path / "a.ftm.json", EVERYTHING) == 4
    found = check(tmp_path / "a.ftm.json")
    assert len(of("Event", found)) == len(of("Note", found)) == len(of("Documentation", found)) == 4
    killed, (read,) = of("Event", found)[0], of("PlainText", found)
    assert killed["name"] == ["at least 23 civilians, killed, Belora"]
    assert (killed["date"], killed["location"], killed["country"]) == (["2021-05-04"], ["Belora"], ["ge"])
    assert killed["summary"] == ["At least 23 civilians were killed"]
    assert (read["fileName"], read["publishedAt"]) == (["belora.txt"], ["2021-06-01"])
    assert read["contentHash"] == [hashlib.sha1(TEXT.encode()).hexdigest()]
    assert "attribution: the mayor" in of("Note", found)[0]["description"][0]


def test_names_and_case(tmp_path: Path) -> None:
    found = check(decided(tmp_path / "a.ftm.json"))
    assert [(one["name"], one["detectedSchema"]) for one in of("Mention", found)] == [
        (["Orla Brandt"], ["Person"]), (["Tamar Watch"], ["Organization"]),
    ]
    (case,) = of("CourtCase", found)
    assert (case["name"], case["caseNumber"], case["closeDate"]) == (
        ["The State v. Orla Brandt"], ["HC 12/2021"], ["2021-06-01"],
    )
    assert [one.get("role") for one in of("CourtCaseParty", found)] == [["defendant"], None]


@pytest.mark.parametrize(("edtf", "precision", "dates"), [
    ("2021-05", "month", {"date": ["2021-05"]}),
    ("2021-05-04~", "day", {"startDate": ["2021-05-04"], "endDate": ["2021-05-04"]}),
    ("2022-01-04/2022-01-07", "day", {"startDate": ["2022-01-04"], "endDate": ["2022-01-07"]}),
    ("2022-22", "season", {"startDate": ["2022-06-01"], "endDate": ["2022-08-31"]}),
    ("../2022", "year", {"endDate": ["2022-12-31"]}),
])
def test_dates(tmp_path: Path, edtf: str, precision: Any, dates: dict[str, list[str]]) -> None:
    found = check(decided(tmp_path / "a.ftm.json", happened=When(edtf, precision)))
    (event,) = of("Event", found)
    assert {name: event[name] for name in ("date", "startDate", "endDate") if name in event} == dates
    assert f"event_date: {edtf}" in of("Note", found)[0]["description"][0]


@pytest.mark.parametrize("words", HOSTILE, ids=repr)
def test_hostile_words_stay_words(words: str, tmp_path: Path) -> None:
    (event,) = of("Event", check(exported(words, tmp_path / "a.ftm.json")))
    assert set("".join(event.get("summary", []))) <= set(words) | {" ", "\n", "…"}


def test_not_installed(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    monkeypatch.delitem(sys.modules, "export.ftm_format", raising=False)
    with pytest.raises(ExportError, match=r"needs followthemoney: install it with pip install 'factledger\[ftm\]'"):
        export(store, tmp_path / "a.ftm.json")
