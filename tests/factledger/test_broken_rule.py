"""A rule that cannot be read stops every verb that needs it, in one sentence that names it; no document is blamed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent.parent
ROOMS = ("models", "corpus", "extract", "db", "review", "export", "factledger")
SENTENCE = re.compile(r"factledger: (report\.txt: )?claim rule [a-z-]+: no feature 'colour'; .*")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages with one rule that asks for a feature that there is not."""
    folder = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(HOUSE / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", "gold"))
    rules = folder / "models" / "rules" / "done.toml"
    rules.write_text(re.sub(r'pattern = ".*"', 'pattern = "{count:colour}"', rules.read_text("utf8"), count=1), "utf8")
    (folder / "report.txt").write_text("Twelve men were killed in Lima on 4 May 2021.", "utf8")
    return folder


@pytest.mark.parametrize("words", ["extract report.txt", "ingest report.txt --quiet", "rules check"])
def test_one_sentence_names_the_rule(house: Path, words: str) -> None:
    command = [sys.executable, "-m", "factledger", *words.split()]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True)
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr.strip())
    assert done.stdout == ""
