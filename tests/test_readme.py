"""The README is true word for word: each block is run, and what it prints is what stands there."""

import re

from docs.picture import PICTURE, picture
from docs.readme import BLOCK, README, Readme, commands, rendered, timeless


def test_readme_is_true() -> None:
    text = README.read_text(encoding="utf8")
    assert timeless(rendered(text)) == timeless(text), "`make docs` writes what the blocks print now"


def test_picture_is_true() -> None:
    assert PICTURE.read_text(encoding="utf8") == picture(), "`make docs` draws what is found now"


def test_every_block_has_a_runner() -> None:
    kinds = {found["kind"] or "plan" for found in BLOCK.finditer(README.read_text(encoding="utf8"))}
    assert kinds and {kind for kind in kinds if not hasattr(Readme, kind)} == set()


def test_links_lead_somewhere() -> None:
    text = README.read_text(encoding="utf8")
    local = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in local if not (README.parent / link).exists()] == []


def test_commands_are_cut_apart_from_their_outputs() -> None:
    assert list(commands("$ one\na\n$ two\n$ three\nb\nc\n")) == [("one", "a\n"), ("two", ""), ("three", "b\nc\n")]


def test_only_times_are_forgiven() -> None:
    assert timeless("7 claims, 0.31 s\n") == timeless("7 claims, 12.40 s\n")
    assert timeless("7 claims, 0.31 s\n") != timeless("8 claims, 0.31 s\n")
