"""Whatever goes wrong while a file is written: one sentence, nothing left behind, what was there stays."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Store
from export import FORMATS, ExportError, Options, evidence_pack, export
from export.progress import EVERY, followed
from tests.ledgers import TEXT, document, extraction

EVERYTHING = Options(everything=True)
SUFFIXES = sorted(made.suffix for made in FORMATS.values())
FULL = """
import resource, signal, sys
from pathlib import Path
from db import Store
from export import ExportError, Options, evidence_pack, export

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
name = sys.argv[1]
with Store("ledger.db") as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    try:
        (evidence_pack if name == "pack" else export)(store, Path(name), Options(everything=True), force=True)
    except ExportError as error:
        sys.exit(str(error))
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger whose exports take more than 2,000 bytes each."""
    folder = tmp_path_factory.mktemp("full")
    with Store(folder / "ledger.db") as store:
        run = store.start_run("1", "a" * 64)
        for number in range(12):
            read, data = document(f"{TEXT} {number}")
            store.add(read, data, extraction(), run, f"{number}.txt")
    return folder


@pytest.mark.parametrize("name", [*(f"facts{suffix}" for suffix in SUFFIXES), "pack"])
def test_a_full_disk(ledger: Path, name: str) -> None:
    """The limit on a file's size stands for the disk's: a write ends in the middle, with an error of the system."""
    if name != "pack":
        (ledger / name).write_text("old", encoding="utf8")
    before = {path.name for path in ledger.iterdir()}
    run = subprocess.run(
        [sys.executable, "-c", FULL, name], cwd=ledger, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert run.returncode == 1 and "Traceback" not in run.stderr, run.stderr
    assert run.stderr.strip().splitlines()[-1].startswith(f"{name} cannot be written: "), run.stderr
    assert {path.name for path in ledger.iterdir()} == before
    assert name == "pack" or (ledger / name).read_text(encoding="utf8") == "old"


def test_the_limit_is_of_that_process_alone() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_same_ledger_same_bytes_in_every_format(store: Store, tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        export(store, tmp_path / f"{name}{suffix}", EVERYTHING)
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_interrupted_export_leaves_what_was_there(store: Store, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"a{suffix}"
    out.write_text("old", encoding="utf8")

    def stop(number: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), pytest.MonkeyPatch.context() as patch:
        patch.setattr("export.progress.EVERY", 1)
        export(store, out, EVERYTHING, force=True, progress=stop)
    assert out.read_text(encoding="utf8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {out.name, "ledger.db"}


def test_progress_is_told_now_and_then() -> None:
    told: list[int] = []

    def many() -> Iterator[None]:
        yield from [None] * (2 * EVERY + 1)

    assert len(list(followed(many(), told.append))) == 2 * EVERY + 1  # type: ignore[arg-type]
    assert told == [EVERY, 2 * EVERY]


def test_every_format_refuses_what_is_there(store: Store, tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        (tmp_path / f"a{suffix}").write_text("mine", encoding="utf8")
        with pytest.raises(ExportError, match="exists: give --force to replace it"):
            export(store, tmp_path / f"a{suffix}")
        assert (tmp_path / f"a{suffix}").read_text(encoding="utf8") == "mine"


def test_nothing_verified_is_a_valid_file_in_every_format(tmp_path: Path) -> None:
    with Store("sqlite://") as empty:
        for suffix in SUFFIXES:
            assert export(empty, tmp_path / f"a{suffix}") == 0
        assert evidence_pack(empty, tmp_path / "pack") == 0
