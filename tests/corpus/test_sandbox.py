"""A hostile file costs one sentence: no crash of the batch, no hang, no memory beyond the limit."""

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Limits, ReadError, Sandbox, Settings, from_text, read_bytes, read_safely
from corpus.wire import packed, unpacked
from tests.corpus.hostile import GOOD, TABLE

LIMITS = Limits(seconds=2, processor_seconds=2)
SETTINGS = Settings(limits=LIMITS)
TRIES = """
import socket, subprocess, sys
from corpus.network import cut_off
print(cut_off(), end=" ")
try:
    socket.socket()
except PermissionError:
    print("PermissionError", end=" ")
code = '''
import socket
try:
    socket.create_connection(("127.0.0.1", 9))
except OSError as error:
    print(type(error).__name__, end="")
'''
sys.stdout.flush()
subprocess.run([sys.executable, "-c", code], check=True)
"""
SLACK = 3.0     # seconds that starting and stopping a process may take on a busy machine


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


@pytest.mark.parametrize(("name", "made", "sentence"), TABLE, ids=[name for name, _, _ in TABLE])
def test_hostile_files(sandbox: Sandbox, name: str, made: Callable[[], bytes], sentence: str) -> None:
    data, begun = made(), time.monotonic()
    try:
        text = sandbox.read(data, name, SETTINGS).text
    except ReadError as error:
        assert sentence and re.search(sentence, str(error)) and str(error).startswith(f"{name}: ")
        assert "\n" not in str(error) and "defect" not in str(error)
    else:
        assert not sentence and text.lower().startswith("twelve men")
    assert time.monotonic() - begun < LIMITS.seconds + SLACK
    assert sandbox.read(GOOD, "good.pdf").text == "Twelve men were held."
    assert 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < LIMITS.memory


def test_no_ordinary_file_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large.txt").open("wb") as sparse:
        sparse.truncate(2**30)
    table = {tmp_path / "pipe": "is no ordinary file", Path("/dev/zero"): "is no ordinary file",
             tmp_path: "is a directory", tmp_path / "large.txt": "is larger than 256 MB",
             tmp_path / "none": "there is no such file", Path("a\x00b"): "there is no such file"}
    for path, problem in table.items():
        with pytest.raises(ReadError, match=f"{problem}.*; "):
            read_safely(path)


def test_the_process_is_kept_and_replaced(sandbox: Sandbox) -> None:
    def process() -> int:
        assert sandbox.read(b"<p>a<p>b", "a.html").text and sandbox._process
        return sandbox._process.pid

    first = process()
    assert process() == first and sandbox._process
    os.kill(first, 9)
    sandbox._process.wait()
    first, killed = process(), first
    assert first != killed
    sandbox.close()
    assert not Path(f"/proc/{first}").exists()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux cuts a process off the network")
def test_the_process_has_no_network(sandbox: Sandbox) -> None:
    assert sandbox.read(GOOD, "good.pdf").text and sandbox._process
    assert "Seccomp:\t2" in Path(f"/proc/{sandbox._process.pid}/status").read_text()
    tried = subprocess.run([sys.executable, "-c", TRIES], capture_output=True, text=True, check=True)
    assert tried.stdout == "True PermissionError PermissionError"


def test_a_document_that_needs_too_much_memory(sandbox: Sandbox) -> None:
    with pytest.raises(ReadError, match=r"a.txt: needs more than 128 MB of memory; split it"):
        sandbox.read(b"word " * 2_000_000, "a.txt", Settings(limits=Limits(memory=2**27)))


def test_it_reads_as_without_a_process(tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(GOOD)
    assert read_safely(tmp_path / "good.pdf") == read_bytes(GOOD, "good.pdf")


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_a_document_crosses_unchanged(text: str) -> None:
    document = from_text(text)
    assert unpacked(packed(document)) == document
