"""Tables and pictures of what the benchmarks found: `python -m benchmarks.draw` writes them to docs/benchmarks/."""

from collections.abc import Callable
from statistics import median
from typing import Any

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot

from benchmarks import queries
from benchmarks.results import FOLDER, Result, load
from benchmarks.run import PARTS

TARGET = FOLDER.parent
BLUE, GREY, RED = "#2b6cb0", "#a0aec0", "#c53030"
BARS = ("reading", "extraction", "storing", "whole", "scaling")
SETTINGS: Any = {"svg.hashsalt": "factledger", "font.size": 10, "axes.spines.top": False, "axes.spines.right": False}


def main() -> None:
    pyplot.rcParams.update(SETTINGS)
    found = [result for name in (*PARTS, "thousand") if (result := load(name))]
    for result in found:
        if result.name in BARS:
            picture(result.name, bars, result)
        for number, (title, points) in enumerate(result.points.items()):
            picture(f"{result.name}-{number + 1}", curve, title, points)
    if answers := queries.kept():
        picture("queries", questions, answers)
    (TARGET / "README.md").write_text(page(found, answers), encoding="utf8")
    print(f"{TARGET}: {len(found)} benchmarks")


def picture(name: str, draw: Callable[..., None], *what: Any) -> None:
    """One picture as SVG and PNG."""
    figure, axes = pyplot.subplots(figsize=(7, 3), layout="constrained")
    draw(axes, *what)
    figure.savefig(TARGET / f"{name}.svg", metadata={"Date": None})
    figure.savefig(TARGET / f"{name}.png", dpi=120, metadata={"Software": None})
    pyplot.close(figure)


def bars(axes: Any, result: Result) -> None:
    """The median of each candidate, with the fastest and the slowest round."""
    names = list(result.series)
    medians = [result.timing(name).median for name in names]
    spread = [[middle - min(result.series[name]) for name, middle in zip(names, medians, strict=True)],
              [max(result.series[name]) - middle for name, middle in zip(names, medians, strict=True)]]
    colours = [BLUE if name.startswith(("factledger", "corpus", "2")) else GREY for name in names]
    axes.barh(names, medians, xerr=spread, color=colours, ecolor="#4a5568", capsize=3)
    axes.invert_yaxis()
    axes.set_xlabel(f"{result.unit}: median, fastest and slowest round")
    axes.set_title(result.title, loc="left")


def curve(axes: Any, title: str, points: list[tuple[float, float]]) -> None:
    """The points; logarithmic where the sizes double."""
    x, y = [point[0] for point in points], [point[1] for point in points]
    axes.plot(x, y, "o-", color=BLUE, markersize=4)
    if len(points) <= 8:
        axes.set_xscale("log", base=2)
        axes.set_yscale("log", base=2)
        axes.plot(x, [y[0] * size / x[0] for size in x], "--", color=GREY, label="in proportion")
        axes.legend(frameon=False)
    else:
        axes.set_ylim(bottom=0)
    axes.set_title(title, loc="left")


def questions(axes: Any, answers: queries.Answers) -> None:
    """Each question's median by the size of the ledger; those with a limit stand out."""
    sizes = list(answers)
    for name in queries.QUESTIONS:
        wanted = name in queries.LIMITS
        axes.plot(sizes, [median(answers[size][name]) for size in sizes], "o-", markersize=3, zorder=2 + wanted,
                  color=BLUE if wanted else GREY, label=name if wanted else None)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("claims in the ledger")
    axes.set_ylabel("ms, median")
    axes.set_title("What the reviewers' page asks", loc="left")
    axes.legend(frameon=False)


def page(found: list[Result], answers: queries.Answers) -> str:
    """The page with all tables."""
    parts = ["# Benchmarks", "",
             "Made by `make bench` (it measures) and `python -m benchmarks.draw` (it draws) from the rounds in "
             "[results/](results): candidates take turns in one process, in processor time unless said otherwise. "
             "[Sizing](../sizing.md) says what an archive needs.", ""]
    parts += ["| must be reached | measured | bound | |", "|---|---:|---:|---|"]
    targets = [*(target for result in found for target in result.targets), *queries.targets(answers)]
    parts += [f"| {target.what} | {target.value:.2f} | {'at most' if target.most else 'at least'} {target.bound:g} "
              f"| {'met' if target.met else '**missed**'} |" for target in targets]
    for result in found:
        parts += ["", *section(result)]
    if answers:
        parts += ["", "## Questions to the ledger", "", *queries.markdown(answers), "", "![queries](queries.svg)"]
    return "\n".join(parts) + "\n"


def section(result: Result) -> list[str]:
    """One benchmark: its table and its pictures."""
    machine = result.machine
    parts = [f"## {result.title}", "",
             f"{machine['processor']}, {machine['processors']} processors, Python {machine['python']}, "
             f"load {machine['load']}; {result.made_at[:10]}."]
    if result.series:
        parts += ["", f"| | median, {result.unit} | spread |", "|---|---:|---:|"]
        parts += [f"| {name} | {result.timing(name).median:,.3g} | {result.timing(name).spread:.0%} |"
                  for name in result.series]
    if result.figures:
        parts += ["", "| | |", "|---|---:|"]
        parts += [f"| {name} | {value:,.3g} |" for name, value in result.figures.items()]
    pictures = [result.name] if result.name in BARS else []
    pictures += [f"{result.name}-{number + 1}" for number in range(len(result.points))]
    return [*parts, "", *(f"![{name}]({name}.svg)" for name in pictures)]


if __name__ == "__main__":
    main()
