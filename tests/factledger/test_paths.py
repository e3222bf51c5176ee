"""Which files the words on the command line name."""

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
