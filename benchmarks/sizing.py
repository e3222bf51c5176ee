"""What a million documents need, computed of measured figures: `python -m benchmarks.sizing` writes docs/sizing.md."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.parts.storing import OURS
from benchmarks.results import Result, load

TARGET = Path(__file__).parent.parent / "docs" / "sizing.md"
HOUR = 3600
HEAD = """# Sizing

What an archive needs, on paper. `python -m benchmarks.sizing` computes it of the figures in
[benchmarks](benchmarks/README.md) ({processor}, {day}). Its assumptions are in that program.

| what | how much | from |
|---|---:|---|
"""
FOOT = """
## What follows

- Up to about a million claims SQLite on one machine is enough. For more take PostgreSQL, with twice the disk of what is
  kept (its own upkeep, and a backup on the way) and 16 GB of memory or more.
- There is one writer: it keeps up with about {cores:,} cores; more do not help.
- Pages that are pictures need text recognition, seconds a page instead of milliseconds. Count them apart.
- A second ingest of what is known costs little more than reading the files from the disk.
"""


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is assumed of an archive: claims are those of a page (synthetic pages have more), `load` is a core's."""

    documents: int = 1_000_000
    pages: int = 20
    megabytes: float = 1.0
    claims: int = 8
    load: float = 0.8


@dataclass(frozen=True, slots=True)
class Sizes:
    """Hours and gigabytes for such an archive."""

    assumed: Assumed
    whole: Result
    storing: Result

    @property
    def pages(self) -> int:
        return self.assumed.documents * self.assumed.pages

    @property
    def claims(self) -> int:
        return self.pages * self.assumed.claims

    @property
    def core_hours(self) -> float:
        return self.pages * self.whole.figures["milliseconds a page"] / 1000 / self.assumed.load / HOUR

    @property
    def writer_hours(self) -> float:
        documents = self.claims / self.storing.figures["claims a document"]
        return documents * self.storing.timing(OURS).median / 1000 / HOUR

    @property
    def sources(self) -> float:
        return self.assumed.documents * self.assumed.megabytes / 1000

    @property
    def database(self) -> float:
        return self.claims * self.storing.figures["bytes a claim"] / 1e9


def main() -> None:
    whole, storing = load("whole"), load("storing")
    if not whole or not storing:
        raise SystemExit("nothing is measured yet: run `python -m benchmarks.run whole storing` first")
    TARGET.write_text(page(Sizes(Assumed(), whole, storing)), encoding="utf8")
    print(TARGET)


def page(sizes: Sizes) -> str:
    """The page, with every figure's origin."""
    assumed, figures = sizes.assumed, sizes.storing.figures
    measured = f"measured: {sizes.whole.figures['milliseconds a page']:.1f} ms a page; assumed: {assumed.load:.0%} used"
    written = f"measured: {sizes.storing.timing(OURS).median:.1f} ms for {figures['claims a document']:.0f} claims"
    rows = [
        ("documents", f"{assumed.documents:,}", "assumed"),
        ("pages", f"{sizes.pages:,}", f"assumed: {assumed.pages} a document"),
        ("claims", f"{sizes.claims:,}", f"assumed: {assumed.claims} a page"),
        ("one core", f"{sizes.core_hours / 24:,.1f} days", measured),
        ("one machine of 8 cores", f"{sizes.core_hours / 8:,.0f} hours", "in proportion"),
        ("8 Dask workers of 8 cores", f"{max(sizes.core_hours / 64, sizes.writer_hours):,.0f} hours",
         "in proportion, but not faster than the writer"),
        ("the one writer", f"{sizes.writer_hours:,.0f} hours", written),
        ("sources in the database", f"{sizes.sources:,.0f} GB", f"assumed: {assumed.megabytes:g} MB a file"),
        ("all else in the database", f"{sizes.database:,.0f} GB",
         f"measured: {figures['bytes a claim']:,.0f} bytes a claim with mentions, numerals and indexes"),
    ]
    table = "\n".join(f"| {what} | {much} | {origin} |" for what, much, origin in rows)
    head = HEAD.format(processor=sizes.whole.machine["processor"], day=sizes.whole.made_at[:10])
    return head + table + "\n" + FOOT.format(cores=max(1, round(sizes.core_hours / sizes.writer_hours)))


if __name__ == "__main__":
    main()
