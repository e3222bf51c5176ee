"""Reading beside other readers: words, boxes and order from PDF pages; zones of plain text.

All read the same pages in one process, in alternating rounds, in seconds of the processor.
`python -m benchmarks.reading` prints the tables; with `--write` it writes them to docs/benchmarks/reading.md too.
"""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph  # type: ignore[import-untyped]

from benchmarks.text import report
from benchmarks.timing import Timing, in_turns, ratio
from corpus import from_text, read_bytes

ROUNDS = 5
WORDS = 12_000           # of the made report: about 20 pages
SLOW_PAGES = 4           # that pdfplumber reads in each round, for it takes a minute for all
DOCUMENT = Path(__file__).parent.parent / "docs" / "benchmarks" / "reading.md"
PLAIN, OURS, PLUMBER = "PDFium, plain text", "corpus.read: words, boxes, order, zones", "pdfplumber, words and boxes"
EDGE = 60                # points
SHORT, PREAMBLE = "The court sentenced two officers to three years in prison.\n\nNobody appealed.", (
    "IN THE HIGH COURT OF RATHPUR AT BELNAGAR\nCRIMINAL APPEAL NO. {n} OF 2014\n\nM. Torvane s/o B. Torvane\n"
    "... Appellant\nVersus\nThe State of Rathpur\n... Respondent\n\nMr. K. Adelan for the appellant.\n"
    "Ms. S. Iruva, Public Prosecutor, for the respondent.\n\nCORAM: HON'BLE JUSTICE P. WENDARE\n\nDATE: 12.03.2016\n\n"
)


def main() -> None:
    tables = [pdf_table(), text_table()]
    print(*tables, sep="\n\n")
    if "--write" in sys.argv[1:]:
        DOCUMENT.parent.mkdir(exist_ok=True)
        head = "# Reading, measured\n\nMade by `python -m benchmarks.reading --write`: medians of rounds in turns.\n\n"
        DOCUMENT.write_text(head + "\n\n".join(tables) + "\n", encoding="utf8")


def made_pdf(words: int, columns: int = 1) -> bytes:
    """A report set in paragraphs, in so many columns."""
    made = BytesIO()
    style = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=6, alignment=4)
    width, height = A4[0] - 2 * EDGE, A4[1] - 2 * EDGE
    step = width / columns
    frames = [Frame(EDGE + step * n, EDGE, step, height) for n in range(columns)]
    template = BaseDocTemplate(made, pageTemplates=[PageTemplate(frames=frames)], invariant=1)
    template.build([Paragraph(text, style) for text in report(words).split("\n\n")])
    return made.getvalue()


def pdf_table() -> str:
    """Milliseconds a page of each reader."""
    both = [pdf_timings(made_pdf(WORDS, columns)) for columns in (1, 2)]
    rows = ["| milliseconds a page | one column | two columns |", "|---|---:|---:|"]
    for name in (PLAIN, OURS, PLUMBER):
        rows.append(f"| {name} | {' | '.join(f'{1000 * timings[name].median:.2f}' for timings in both)} |")
    pairs = ("slower than PDFium's plain text", OURS, PLAIN), ("faster than pdfplumber", PLUMBER, OURS)
    for words, slow, fast in pairs:
        times = " | ".join(f"{ratio(timings[slow], timings[fast]):.1f} times" for timings in both)
        rows.append(f"| corpus.read is {words} by | {times} |")
    return "\n".join(rows)


def pdf_timings(data: bytes) -> dict[str, Timing]:
    """Seconds a page."""
    pages = len(pypdfium2.PdfDocument(data))
    work: dict[str, Callable[[], object]] = {
        PLAIN: lambda: plain_text(data), OURS: lambda: read_bytes(data, "a.pdf"), PLUMBER: lambda: plumbed(data),
    }
    timings = in_turns(work, ROUNDS)
    return {name: per(timing, SLOW_PAGES if name == PLUMBER else pages) for name, timing in timings.items()}


def per(timing: Timing, units: int) -> Timing:
    return Timing(tuple(seconds / units for seconds in timing.rounds))


def plain_text(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def plumbed(data: bytes) -> list[object]:
    found: list[object] = []
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages[:SLOW_PAGES]:
            found.append(page.extract_words(x_tolerance_ratio=0.15))
            page.close()
    return found


def text_table() -> str:
    """Words a second, and microseconds for a short text."""
    long, preamble = report(20_000), "".join(PREAMBLE.format(n=n) for n in range(400))
    timings = in_turns({
        "a report": lambda: from_text(long),
        "preambles of decisions": lambda: from_text(preamble),
        "1,000 texts of two sentences": lambda: [from_text(SHORT) for _ in range(1_000)],
    }, ROUNDS)
    counts = {"a report": long, "preambles of decisions": preamble, "1,000 texts of two sentences": SHORT * 1_000}
    rows = ["| corpus.from_text | words a second | microseconds a text |", "|---|---:|---:|"]
    for name, timing in timings.items():
        texts = 1_000 if name.startswith("1,000") else 1
        rate = len(counts[name].split()) / timing.median
        rows.append(f"| {name} | {rate:,.0f} | {1e6 * timing.median / texts:,.0f} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
