"""Which files the words on the command line name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factledger.paths import named

FILES = ["a.txt", "b.pdf", "c.jpg", "deep/d.HTML", "deep/er/e.docx", ".hidden/f.txt", "deep/.g.txt", "[odd].txt"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)


WORDS = [
    (["a.txt"], ["a.txt"]),
    (["c.jpg"], ["c.jpg"]),
    (["."], ["[odd].txt", "a.txt", "b.pdf", "deep/d.HTML", "deep/er/e.docx"]),
    (["deep"], ["deep/d.HTML", "deep/er/e.docx"]),
    (["*.txt"], ["[odd].txt", "a.txt"]),
    (["**/*.docx"], ["deep/er/e.docx"]),
    (["d*"], ["deep/d.HTML", "deep/er/e.docx"]),
    (["[odd].txt"], ["[odd].txt"]),
    (["b.pdf", "a.txt", "./b.pdf", "*.pdf"], ["b.pdf", "a.txt"]),
    (["deep", "deep/er"], ["deep/d.HTML", "deep/er/e.docx"]),
]


@pytest.mark.parametrize(("words", "files"), WORDS)
def test_named(words: list[str], files: list[str]) -> None:
    found = named(words)
    assert [path.as_posix() for path in found.files] == files
    assert found.missing == []


MISSING = [
    ("nothere.txt", "there is no such file; check the path"),
    ("*.xyz", "no file matches this pattern; check it"),
    ("empty", "the folder has no document that can be read"),
]


@pytest.mark.parametrize(("word", "reason"), MISSING)
def test_what_names_nothing_is_said_and_the_rest_goes_on(word: str, reason: str) -> None:
    found = named([word, "a.txt"])
    assert [path.name for path in found.files] == ["a.txt"]
    ((missing, why),) = found.missing
    assert missing == word and why.startswith(reason)


def test_a_link_to_nothing_is_not_passed_over() -> None:
    Path("deep/gone.txt").symlink_to("nowhere.txt")
    assert Path("deep/gone.txt") in named(["deep"]).files


def test_a_loop_of_folders_ends() -> None:
    """A link that leads back up is not followed, however the files are named."""
    Path("deep/er/back").symlink_to(Path.cwd(), target_is_directory=True)
    assert [path.as_posix() for path in named(["deep"]).files] == ["deep/d.HTML", "deep/er/e.docx"]
    assert len(named([".", "**/*.docx"]).files) == 5


PROGRAM = """
import os, sys
from factledger.paths import named
if os.getuid() == 0:
    os.setuid(65534)
found = named(sys.argv[1:])
print([path.name for path in found.files], found.missing)
"""


def test_a_folder_that_may_not_be_opened_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    """The names are looked up by a process that is not the superuser, who may open anything."""
    for path in (tmp_path, *tmp_path.parents[:2]):
        os.chmod(path, 0o755)
    os.chmod("deep/er", 0)
    done = subprocess.run([sys.executable, "-c", PROGRAM, "deep"], capture_output=True, text=True, check=True)
    os.chmod("deep/er", 0o755)
    assert done.stdout == (
        "['d.HTML'] [('deep/er', 'the folder cannot be opened (Permission denied); check the permissions')]\n")
