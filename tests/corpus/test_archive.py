"""Zip archives are opened member by member; a member's name is no path."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from corpus import Limits, ReadError, read
from corpus.archive import archive_of, member_bytes, members
from factledger.paths import named

LIMITS = Limits(member=4 << 20, members=3)


def archive(path: Path, *entries: tuple[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data)
    return path


def test_members_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", ("in/a.txt", b"Twelve men were held."), ("b.jpg", b"x"), ("in/", b""))
    assert members(path, LIMITS) == ["in/a.txt", "b.jpg"]
    assert read(path / "in" / "a.txt").text == "Twelve men were held."
    assert named([str(path)]).files == [path / "in/a.txt"] == named([str(tmp_path)]).files
    assert archive_of(tmp_path / "none.txt") is None


def test_names_that_lead_out_are_no_paths(tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text("outside")
    path = archive(tmp_path / "a.zip", ("../evil.txt", b"one man"), ("/evil.txt", b"two men"), ("..\\..\\x.txt", b"3"))
    assert members(path, LIMITS) == ["evil.txt", "2 evil.txt", "x.txt"]
    assert read(path / "evil.txt").text == "one man"
    assert len(named([str(tmp_path)]).files) == 4


def test_bad_archives(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "bomb.zip", ("a.txt", bytes(5 << 20)), ("b.txt", bytes(3 << 20)))
    with pytest.raises(ReadError, match=r"a.txt: unpacks to more than 4 MB; unpack"):
        member_bytes(bomb / "a.txt", bomb, LIMITS)
    with pytest.raises(ReadError, match=r"b.txt: unpacks to more than 1 MB; unpack"):
        member_bytes(bomb / "b.txt", bomb, Limits(ratio=10))
    many = archive(tmp_path / "many.zip", *((f"{number}.txt", b"x") for number in range(4)))
    with pytest.raises(ReadError, match="has more than 3 files"):
        members(many, LIMITS)
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    assert named([str(tmp_path / "broken.zip")]).missing[0][1] == "is a broken zip file; download or save it again"
    with pytest.raises(ReadError, match="no such file in the archive"):
        read(bomb / "none.txt")
