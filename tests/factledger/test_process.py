"""The command as the shell sees it: start-up, closed pipes, foreign packages, defects."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent.parent


def command(*words: str, folder: Path = HOUSE, **others: str) -> "subprocess.CompletedProcess[str]":
    """`python -m factledger` with these words in this folder, with changes of the environment."""
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), **others}
    return subprocess.run(
        [sys.executable, "-m", "factledger", *words],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, factledger.cli as cli; cli.parser(); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    heavy = {"spacy", "sqlalchemy", "lxml", "rich", "numpy", "pdfplumber", "extract", "corpus", "db"}
    assert heavy & set(modules.split()) == set()
    assert command("--help").returncode == 0


def test_wrong_usage_is_status_2() -> None:
    done = command("claims", "--event", "kiled")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'kiled' is no event: did you mean killed?" in done.stderr


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "big.py").write_text(
        "import sys\nfrom factledger import cli\n"
        "from factledger.verbs import status\n"
        "status.run = lambda options: print('x' * 10_000_000) or 0\n"
        "sys.exit(cli.main(['status']))\n", encoding="utf8",
    )
    words = [sys.executable, str(tmp_path / "big.py")]
    with subprocess.Popen(
        words, cwd=HOUSE, env={**os.environ, "PYTHONPATH": str(HOUSE)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_output_may_be_closed(tmp_path: Path) -> None:
    words = f"{sys.executable} -m factledger status --db {tmp_path}/a.db >&-"
    done = subprocess.run(words, shell=True, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "a.db does not exist" in done.stderr


BREAK = "from factledger.verbs import status\ndef run(options): raise {error}\nstatus.run = run\n"


@pytest.mark.parametrize(("error", "status", "sentence"), [
    ("ZeroDivisionError('no\\nlines')", 1, "factledger: unexpected ZeroDivisionError: no. This is a defect: "
     "run it again with FACTLEDGER_DEBUG=1 to see where, and report it\n"),
    ("MemoryError()", 1, "factledger: unexpected MemoryError. This is a defect"),
    ("KeyboardInterrupt()", 130, "factledger: stopped\n"),
])
def test_a_defect_is_one_sentence(tmp_path: Path, error: str, status: int, sentence: str) -> None:
    code = f"{BREAK.format(error=error)}import sys\nfrom factledger.cli import main\nsys.exit(main(['status']))\n"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith(sentence) and done.stderr.count("\n") == 1


def test_a_defect_is_traced_when_asked() -> None:
    code = f"{BREAK.format(error='ZeroDivisionError()')}from factledger.cli import main\nmain(['status'])\n"
    environment = {**os.environ, "FACTLEDGER_DEBUG": "1"}
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=HOUSE, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" in done.stderr


def test_a_foreign_package_is_named(tmp_path: Path) -> None:
    """Another `db` comes first on the path, here that of the working directory."""
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "__init__.py").touch()
    done = command("status", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (f"factledger: the package 'db' in {tmp_path / 'db'} belongs to another program: "
                           "install FactLedger in an environment of its own\n")


def test_a_terminal_without_unicode(tmp_path: Path) -> None:
    done = command("claims", "--db", f"{tmp_path}/żółw.db", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert r"\u017c\xf3\u0142w.db does not exist" in done.stderr
