"""All that goes into a pack, in order: data, descriptions, then the sums over all of it."""

import json
from pathlib import Path

from db import Event, Store
from export.atomic import filled
from export.dictionary import json_schema
from export.errors import BadOption
from export.facts import facts
from export.formats import FORMATS
from export.options import Options
from export.pack import bag, describe, evidence
from export.pack.crate import crate
from export.pack.package import frictionless
from export.pictures import write_pictures
from export.progress import Progress, followed
from export.spool import Spool, set_aside
from export.view import View, view

CONTENTS = ("csv", "jsonl", "xlsx", "html", "sqlite", "jsonld")
NAMES = {"html": "report.html", "jsonld": "annotations.jsonld"}  # the others are data/facts.*


def evidence_pack(
    store: Store, target: Path, options: Options | None = None, force: bool = False, progress: Progress | None = None
) -> int:
    """Writes the folder; how many facts are in it. Raises ExportError or StoreError.

    The same database and options give the same bytes. All facts are read before any is written, so that the files of
    one pack agree.
    """
    asked = options or Options()
    _check(asked)
    seen, log = view(store, asked), store.events()
    with filled(target, force) as folder, set_aside(followed(facts(store, asked), progress)) as found:
        data = folder / "data"
        data.mkdir()
        _data(data, found, seen)
        _evidence(data, found, asked)
        _log(data / "events.jsonl", log, describe.logged_in_full(asked))
        _describe(folder, found, seen, log)
        bag.seal(folder, {"Bagging-Date": _day(log), "Chain-Head": log[-1].hash if log else ""})
        return len(found)


def _check(asked: Options) -> None:
    if asked.fields:
        raise BadOption("an evidence pack holds every column: leave --fields out")
    if asked.for_excel:
        raise BadOption("an evidence pack has a workbook for Excel: leave --for-excel out")


def _data(folder: Path, found: Spool, seen: View) -> None:
    for name in CONTENTS:
        made = FORMATS[name]
        path = folder / NAMES.get(name, f"facts{made.suffix}")
        path.touch()
        made.writer()(found, path, seen)
    (folder / "facts.schema.json").write_text(_json(json_schema()), encoding="utf8")


def _evidence(data: Path, found: Spool, asked: Options) -> None:
    """What the facts stand on, each kind in a folder of its own."""
    wanted = {"texts": evidence.write_texts}
    if asked.sources:
        wanted["sources"] = evidence.write_sources
    if asked.pictures:
        wanted["pictures"] = write_pictures
    for name, write in wanted.items():
        (data / name).mkdir()
        write(data / name, found)


def _log(path: Path, log: list[Event], names: bool) -> None:
    """The chain of events; without names only its links, since events say who did what."""
    with path.open("w", encoding="utf8", newline="") as file:
        for event in log:
            record = {"number": event.number, "previous": event.previous, "hash": event.hash}
            if names:
                record |= {"at": event.at, "who": event.who, "what": event.what, "claim": event.claim,
                           "source": event.source, "detail": event.detail}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _describe(folder: Path, found: Spool, seen: View, log: list[Event]) -> None:
    files = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    parts = [describe.part(folder, path) for path in files]
    (folder / "datapackage.json").write_text(_json(frictionless(parts, seen)), encoding="utf8")
    described = crate(parts, found.readings, seen, _day(log))
    (folder / "ro-crate-metadata.json").write_text(_json(described), encoding="utf8")
    head = log[-1].hash if log else "none"
    (folder / "README.md").write_text(describe.readme(len(found), seen, head), encoding="utf8")
    (folder / "verify.py").write_bytes(Path(__file__).with_name("verify.py").read_bytes())


def _day(log: list[Event]) -> str:
    """The day of the ledger's last event: a pack of the same ledger is the same on every day."""
    return log[-1].at[:10] if log else ""


def _json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
