"""The tables of an evaluation, as plain text or as Markdown, and the list of errors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from factledger.scoring.tally import Disagreement, Scores, Tally, by_category

BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))
Row = tuple[str, ...]


def tables(scores: Scores) -> Iterator[tuple[str, Row, list[Row]]]:
    figures = ("gold", "found", "right", "precision", "recall", "F1")
    yield "Claims and their slots", ("slot", *figures), list(map(_row, *_columns(scores.slots)))
    yield "Events", ("event", *figures), list(map(_row, *_columns(scores.events)))
    yield "Events confused", ("expected", "found", "number"), _confused(scores.disagreements)
    yield "Names, strict", ("label", *figures), list(map(_row, *_columns(scores.labels)))
    yield "Numerals", ("fate", "numbers", "share"), _fates(scores.fates)
    yield "Worst rules", ("rule", "found", "right", "precision"), _worst(scores.rules)
    yield "Confidence", ("said", "claims", "right"), _reliability(scores.confidences)
    yield "Disagreements", ("category", "number"), [(s, str(len(d))) for s, d in by_category(scores.disagreements)]


def _columns(tallies: Mapping[str, Tally]) -> tuple[Iterable[str], Iterable[Tally]]:
    return tallies.keys(), tallies.values()


def _row(name: str, tally: Tally) -> Row:
    counts = (str(number) for number in (tally.gold, tally.found, tally.right))
    return name, *counts, _share(tally.precision), _share(tally.recall), _share(tally.f1)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _confused(disagreements: Iterable[Disagreement], limit: int = 12) -> list[Row]:
    """The most frequent pairs of a gold event (of all that it accepts, the first) and another one found."""
    pairs = Counter((item.expected.split("/")[0], item.found) for item in disagreements if item.slot == "event")
    return [(*pair, str(number)) for pair, number in pairs.most_common(limit)]


def _fates(fates: Mapping[str, int]) -> list[Row]:
    total = sum(fates.values())
    return [(fate, str(number), _share(number / total)) for fate, number in sorted(fates.items(), key=lambda f: -f[1])]


def _worst(rules: Mapping[str, Tally], limit: int = 12) -> list[Row]:
    """The rules with the most wrong claims; a rule without a wrong one is not shown."""
    wrong = sorted(rules.items(), key=lambda rule: rule[1].right - rule[1].found)
    return [(name, str(tally.found), str(tally.right), _share(tally.precision))
            for name, tally in wrong[:limit] if tally.right < tally.found]


def _reliability(confidences: Iterable[tuple[float, bool]]) -> list[Row]:
    """For each band of confidence the share of claims whose value and event are right."""
    rows: list[Row] = []
    pairs = list(confidences)
    for low, high in BINS:
        inside = [right for confidence, right in pairs if low <= confidence < high]
        if inside:
            rows.append((f"{low:.2f}-{min(high, 1):.2f}", str(len(inside)), _share(sum(inside) / len(inside))))
    return rows


def draw_plain(title: str, names: Row, rows: list[Row]) -> str:
    """Columns of text, the first to the left, the figures to the right."""
    first, *others = (max(map(len, column)) for column in zip(names, *rows, strict=True))
    lines = [
        "  ".join([name.ljust(first), *(cell.rjust(width) for cell, width in zip(cells, others, strict=True))])
        for name, *cells in [names, *rows]
    ]
    return "\n".join([title, "-" * len(lines[0]), *lines])


def draw_markdown(title: str, names: Row, rows: list[Row]) -> str:
    ruler = ("---", *("--:" for _ in names[1:]))
    return "\n".join([f"**{title}**", "", *(f"| {' | '.join(row)} |" for row in [names, ruler, *rows])])


def list_errors(disagreements: Iterable[Disagreement]) -> Iterator[str]:
    for category, items in by_category(list(disagreements)):
        for item in items:
            rule = f" [{item.rule}]" if item.rule else ""
            yield (f"{category} in {item.document}{rule}\n  expected: {item.expected}\n"
                   f"  found:    {item.found}\n  sentence: {item.sentence}")
