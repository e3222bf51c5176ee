"""All that goes into a pack, in order: data, descriptions, then the sums over all of it."""

import json
from pathlib import Path

from db import Event, Store
from export.atomic import filled
from export.dictionary import json_schema
from export.fact import Fact
from export.facts import facts
from export.formats import FORMATS, check_options
from export.options import Options
from export.pack import bag, describe
from export.view import View, view

CONTENTS = ("csv", "jsonl", "xlsx", "html", "sqlite", "jsonld")
NAMES = {"html": "report.html", "jsonld": "annotations.jsonld"}  # the others are data/facts.*


def evidence_pack(store: Store, target: Path, options: Options | None = None, force: bool = False) -> int:
    """Writes the folder; how many facts are in it. Raises ExportError or StoreError.

    The same database and options give the same bytes. All facts are read before any is written, so that the files of
    one pack agree.
    """
    asked = options or Options()
    seen, found, log = view(store, asked), list(facts(store, asked)), store.events()
    check_options(FORMATS["html"], seen)
    with filled(target, force) as folder:
        (folder / "data").mkdir()
        _data(folder / "data", found, seen)
        _texts(folder / "data", found)
        _log(folder / "data" / "events.jsonl", log, describe.logged_in_full(asked))
        _describe(folder, len(found), seen, log)
        bag.seal(folder, {"Bagging-Date": _day(log), "Chain-Head": log[-1].hash if log else ""})
    return len(found)


def _data(folder: Path, found: list[Fact], seen: View) -> None:
    for name in CONTENTS:
        made = FORMATS[name]
        path = folder / NAMES.get(name, f"facts{made.suffix}")
        path.touch()
        made.writer()(found, path, seen)
    (folder / "facts.schema.json").write_text(_json(json_schema()), encoding="utf8")


def _texts(folder: Path, found: list[Fact]) -> None:
    """The text of each document, as the facts' offsets count in it, under its hash."""
    (folder / "texts").mkdir()
    wanted = {fact.record["text_sha256"]: fact.reading for fact in found}
    for digest, reading in wanted.items():
        (folder / "texts" / f"{digest}.txt").write_bytes(reading.text.encode("utf8", "surrogatepass"))
        reading.forget()


def _log(path: Path, log: list[Event], names: bool) -> None:
    """The chain of events; without names only its links, since events say who did what."""
    with path.open("w", encoding="utf8", newline="") as file:
        for event in log:
            record = {"number": event.number, "previous": event.previous, "hash": event.hash}
            if names:
                record |= {"at": event.at, "who": event.who, "what": event.what, "claim": event.claim,
                           "source": event.source, "detail": event.detail}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _describe(folder: Path, number: int, seen: View, log: list[Event]) -> None:
    files = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    parts = [describe.part(folder, path) for path in files]
    (folder / "datapackage.json").write_text(_json(describe.frictionless(parts)), encoding="utf8")
    (folder / "ro-crate-metadata.json").write_text(_json(describe.crate(parts, _day(log))), encoding="utf8")
    (folder / "README.md").write_text(describe.readme(number, seen, log[-1].hash if log else "none"), encoding="utf8")
    verifier = Path(__file__).with_name("verify.py").read_bytes()
    (folder / "verify.py").write_bytes(verifier)


def _day(log: list[Event]) -> str:
    """The day of the ledger's last event: a pack of the same ledger is the same on every day."""
    return log[-1].at[:10] if log else ""


def _json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
