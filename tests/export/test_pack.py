"""An evidence pack: whole by our verifier and by bagit, and any changed byte is found by both."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store
from export import ExportError, Options, evidence_pack
from export.pack import verify
from tests.ledgers import TEXT

EVERYTHING = Options(everything=True)
FILES = {
    "README.md", "bag-info.txt", "bagit.txt", "data/annotations.jsonld", "data/events.jsonl", "data/facts.csv",
    "data/facts.jsonl", "data/facts.schema.json", "data/facts.sqlite", "data/facts.xlsx", "data/report.html",
    "datapackage.json", "manifest-sha256.txt", "ro-crate-metadata.json", "tagmanifest-sha256.txt", "verify.py",
}


@pytest.fixture
def packed(store: Store, tmp_path: Path) -> Path:
    """A pack of every claim, reviewers by name, so that the chain is there in full."""
    evidence_pack(store, tmp_path / "pack", Options(everything=True, names=True))
    return tmp_path / "pack"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def valid(folder: Path) -> bool:
    """What bagit says; it gives up on a tag file that is no UTF-8 any more."""
    try:
        return bool(bagit.Bag(str(folder)).is_valid())
    except (bagit.BagError, UnicodeDecodeError, LookupError):
        return False


def test_whole(packed: Path, store: Store) -> None:
    text = f"data/texts/{store.documents()[0].text_sha256}.txt"
    found = contents(packed)
    assert found.keys() == FILES | {text}
    assert found[text].decode() == TEXT
    assert list(verify.problems(packed)) == [] and valid(packed)


def test_the_verifier_runs_alone(packed: Path) -> None:
    """No package but the standard library, not even ours, from another folder."""
    run = subprocess.run(
        [sys.executable, "-I", "-S", str(packed / "verify.py")], cwd="/", capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith("All is as it was packed: sums, quotes and chain.\n")


def test_a_changed_byte_anywhere_is_found(packed: Path) -> None:
    for name, data in contents(packed).items():
        for place in {0, len(data) // 2, len(data) - 1}:
            (packed / name).write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1:])
            assert list(verify.problems(packed)) != [], (name, place)
            if name != verify.TAG_MANIFEST:
                assert not valid(packed), (name, place)
        (packed / name).write_bytes(data)
    assert verify.main([str(packed)]) == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_changed_byte_is_found_by_both(packed: Path, data: st.DataObject) -> None:
    """Any byte of any file but the sum of sums, which is compared with a value given by another way."""
    files = contents(packed)
    name = data.draw(st.sampled_from(sorted(files.keys() - {verify.TAG_MANIFEST})))
    place, change = data.draw(st.integers(0, len(files[name]) - 1)), data.draw(st.integers(1, 255))
    before = files[name]
    (packed / name).write_bytes(before[:place] + bytes([before[place] ^ change]) + before[place + 1:])
    try:
        assert list(verify.problems(packed)) != [] and not valid(packed)
    finally:
        (packed / name).write_bytes(before)


CHANGES: list[tuple[Callable[[Path], object], str]] = [
    (lambda folder: (folder / "data" / "facts.csv").unlink(), "data/facts.csv is missing"),
    (lambda folder: (folder / "data" / "more.txt").write_text("x"), "data/more.txt is in no manifest: it was added"),
    (lambda folder: (folder / "manifest-sha256.txt").unlink(), "manifest-sha256.txt cannot be read"),
    (lambda folder: (folder / "tagmanifest-sha256.txt").write_text(""), "README.md is in no manifest: it was added"),
]


@pytest.mark.parametrize(("change", "sentence"), CHANGES)
def test_files_missing_or_added(packed: Path, change: Callable[[Path], object], sentence: str) -> None:
    change(packed)
    assert any(problem.startswith(sentence) for problem in verify.problems(packed))
    assert verify.main([str(packed)]) == 1


def edited(path: Path, number: int, **values: object) -> Path:
    """The lines with other values in one of them."""
    lines = path.read_text(encoding="utf8").splitlines()
    lines[number] = json.dumps(json.loads(lines[number]) | values)
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    return path


def test_a_quote_that_is_elsewhere_is_found(packed: Path) -> None:
    """Also where whoever changed it made the sums fit."""
    for values in ({"char_start": 30}, {"quote": "At least 24 civilians were killed"}, {"quote_suffix": " twice"}):
        copy = packed.parent / "copy"
        shutil.copytree(packed, copy)
        edited(copy / "data" / "facts.jsonl", 0, **values)
        assert any("does not stand at its place" in problem for problem in verify.quotes(copy / "data", {}))
        shutil.rmtree(copy)


def test_a_changed_event_is_found(packed: Path) -> None:
    log = packed / "data" / "events.jsonl"
    assert list(verify.chain(log, {})) == []
    events = [json.loads(line) for line in log.read_text(encoding="utf8").splitlines()]
    decision = next(number for number, event in enumerate(events) if event["what"] == "decision")
    edited(log, decision, who="Somebody else")
    assert list(verify.chain(log, {})) == [f"event {decision + 1} was changed: its hash is another"]
    edited(log, decision, hash="0" * 64)
    assert f"event {decision + 2} does not follow the one before it" in list(verify.chain(log, {}))


def test_facts_name_their_event(packed: Path, store: Store) -> None:
    facts = [json.loads(line) for line in (packed / "data" / "facts.jsonl").read_text(encoding="utf8").splitlines()]
    logged = {event.number: event.hash for event in store.events() if event.what == "decision"}
    assert [fact["event_seq"] in logged for fact in facts] == [True, True, False, False]
    assert all(logged.get(fact["event_seq"]) == fact["event_hash"] for fact in facts)
    edited(packed / "data" / "facts.jsonl", 0, event_hash="f" * 64)
    assert any("its event is not in the chain" in problem for problem in verify.quotes(packed / "data", logged))


def test_names_stay_out_unless_asked(store: Store, tmp_path: Path) -> None:
    evidence_pack(store, tmp_path / "pack", EVERYTHING)
    assert [name for name, data in contents(tmp_path / "pack").items() if b"Ana Lima" in data] == []
    assert list(verify.problems(tmp_path / "pack")) == [] and valid(tmp_path / "pack")


def test_same_ledger_same_bytes(store: Store, tmp_path: Path) -> None:
    for name in ("a", "b"):
        evidence_pack(store, tmp_path / name, EVERYTHING)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_descriptions_name_every_data_file(packed: Path) -> None:
    data = {name for name in contents(packed) if name.startswith("data/")}
    package = json.loads((packed / "datapackage.json").read_text(encoding="utf8"))
    crate = json.loads((packed / "ro-crate-metadata.json").read_text(encoding="utf8"))
    assert {resource["path"] for resource in package["resources"]} == data
    assert {node["@id"] for node in crate["@graph"] if node["@type"] == "File"} == data
    assert {part["@id"] for part in crate["@graph"][1]["hasPart"]} == data | {"verify.py"}


def test_what_is_there_is_not_lost(store: Store, packed: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="pack exists: give --force"):
        evidence_pack(store, packed)
    assert evidence_pack(store, packed, force=True) == 1
    assert list(verify.problems(packed)) == []
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "letter.txt").write_text("mine")
    with pytest.raises(ExportError, match="is no evidence pack, so it is not replaced"):
        evidence_pack(store, tmp_path / "own", force=True)
    with pytest.raises(ExportError, match="is a file: name a folder"):
        evidence_pack(store, tmp_path / "ledger.db")
    assert {path.name for path in tmp_path.iterdir()} == {"ledger.db", "own", "pack"}


@pytest.mark.parametrize(("options", "heading", "sentence"), [
    (Options(), "Verified facts with their sources", "was compared with its source by people."),
    (EVERYTHING, "Claims with their sources", "not all of them have been."),
    (Options(where=("state=rejected",)), "Claims with their sources", "not all of them have been."),
])
def test_only_what_is_verified_is_called_so(
    store: Store, tmp_path: Path, options: Options, heading: str, sentence: str
) -> None:
    evidence_pack(store, tmp_path / "pack", options)
    assert sentence in (tmp_path / "pack" / "README.md").read_text(encoding="utf8")
    assert f"<h1>{heading}</h1>" in (tmp_path / "pack" / "data" / "report.html").read_text(encoding="utf8")


def test_nothing_verified(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as empty:
        assert evidence_pack(empty, tmp_path / "pack") == 0
    assert list(verify.problems(tmp_path / "pack")) == [] and valid(tmp_path / "pack")
