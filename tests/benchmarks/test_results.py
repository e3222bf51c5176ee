"""What was measured is kept as it was, judged by its bound, and drawn the same each time."""

import json
from pathlib import Path

import pytest

from benchmarks import archive, draw, queries, results, sizing
from benchmarks.parts.storing import OURS
from benchmarks.results import Result, Target, load
from factledger.batch.source import of_file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(draw, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(draw, "TARGET", tmp_path)
    monkeypatch.setattr(queries, "RESULTS", tmp_path / "results" / "queries.json")
    return tmp_path


@pytest.mark.parametrize(("value", "bound", "most", "met"), [
    (10.0, 10, False, True), (9.9, 10, False, False), (1.25, 1.25, True, True), (1.26, 1.25, True, False),
])
def test_a_bound(value: float, bound: float, most: bool, met: bool) -> None:
    assert Target("a", value, bound, most).met is met


def measured() -> tuple[Result, Result]:
    """Two results with figures that are easy to reckon with."""
    whole = Result("whole", "From PDF to claims", "ms a page", {"factledger": [10, 12, 11], "theirs": [100, 132, 110]})
    whole.figures["milliseconds a page"] = 14.4
    whole.aim("times the stack", whole.ratio("theirs", "factledger"), 10)
    storing = Result("storing", "Storing a document", "ms a document", {OURS: [9, 9, 9]})
    storing.points["by claims"] = [(1, 1), (2, 2), (4, 4)]
    storing.figures |= {"claims a document": 50, "bytes a claim": 2000}
    return whole, storing


def test_results_come_back_and_are_drawn(folder: Path) -> None:
    for made in measured():
        made.save()
    asked = {name: {"all": [7.0, 2.0, 3.0]} for name in queries.QUESTIONS}
    queries.RESULTS.write_text(json.dumps({"ledgers": {"10": {"questions": asked}, "100": {"questions": asked}}}))
    again = load("whole")
    assert again and again.ratio("theirs", "factledger") == 10 and again.targets[0].met
    pages = []
    for _ in range(2):
        draw.main()
        pages.append({path.name: path.read_bytes() for path in folder.glob("*.*")})
    assert pages[0] == pages[1]
    assert set(pages[0]) == {"README.md", "whole.svg", "whole.png", "storing.svg", "storing.png", "storing-1.svg",
                             "storing-1.png", "queries.svg", "queries.png"}
    assert "| times the stack | 10.00 | at least 10 | met |" in pages[0]["README.md"].decode()
    assert "| ms, next open claim, 100 claims | 3.00 | at most 5 | met |" in pages[0]["README.md"].decode()


def test_sizes_follow_from_figures() -> None:
    """20 million pages of 14.4 ms at 80 %: 100 hours; 160 million claims of 2,000 bytes; 9 ms for 50 of them."""
    whole, storing = measured()
    sizes = sizing.Sizes(sizing.Assumed(), whole, storing)
    assert (sizes.core_hours, sizes.writer_hours, sizes.database) == (100, 8, 320)


def test_an_archive_is_the_same_each_time(folder: Path) -> None:
    first, second = (archive.make(folder / name, 6, 2, most=500) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert len({path.read_bytes() for path in first}) == 6
    assert [path.name.split("-")[0] for path in first] == ["report"] * 4 + ["hostile"] * 2
    assert all(of_file(path).size > 0 for path in first)
