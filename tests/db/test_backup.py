"""A copy that is whole, private, and never over another file."""

import os
import stat
from pathlib import Path

import pytest

from db import Store, StoreError
from db.drives import remote
from tests.ledgers import document, extraction


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "ledger.db")
    read, data = document()
    made.add(read, data, extraction(), made.start_run("1.0", "0" * 64), "belora.txt")
    made.decide(next(made.claims()).id, "approve", "Ana")
    return made


def test_a_copy_is_whole(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    store.backup(target)
    head = store.head()
    store.decide(next(store.claims()).id, "reject", "Ana")
    with Store(target, create=False) as copy:
        assert copy.verify(head).problems == ()
        assert [decision.verdict for decision in copy.decisions()] == ["approve"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_the_owner_reads_the_copy(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "copy.db")
    assert stat.S_IMODE(os.stat(tmp_path / "copy.db").st_mode) == 0o600
    store.close()
    assert stat.S_IMODE(os.stat(store.name).st_mode) == 0o600


def test_another_file_stays(store: Store, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf8")
    with pytest.raises(StoreError, match=r"notes\.txt exists: name a new file for the backup"):
        store.backup(tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text(encoding="utf8") == "mine"
    with pytest.raises(StoreError, match="cannot be created"):
        store.backup(tmp_path / "none" / "copy.db")


MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/export /net/team\\040files nfs4 rw 0 0
//server/share /net/share cifs rw 0 0
tmpfs /net/share/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(("path", "kind"), [
    ("/net/team files/a.db", "nfs4"), ("/net/share/b/a.db", "cifs"), ("/net/share/local/a.db", None), ("/a.db", None),
    ("/net/shared/a.db", None),
])
def test_network_drives(tmp_path: Path, path: str, kind: str | None) -> None:
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf8")
    assert remote(Path(path), tmp_path / "mounts") == kind


def test_nobody_can_tell(tmp_path: Path) -> None:
    assert remote(tmp_path, tmp_path / "none") is None


def test_a_network_drive_is_warned_about(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert store.warning is None
    monkeypatch.setattr("db.drives.remote", lambda path: "nfs4")
    assert store.warning is not None and "is on a network drive (nfs4)" in store.warning
