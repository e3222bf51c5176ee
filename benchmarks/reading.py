"""Reading beside other readers: words, boxes and order from PDF pages; zones of plain text.

All read the same pages in one process, in alternating rounds, in seconds of the processor.
`python -m benchmarks.reading [--write] [PDF ...]` prints the tables, and with `--write` puts them into
docs/benchmarks/reading.md; PDFs named are measured together as a column of their own.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph  # type: ignore[import-untyped]

from benchmarks.agreement import agreement, total
from benchmarks.likeness import likeness
from benchmarks.pages import PAGES, made_page
from benchmarks.text import report
from benchmarks.timing import Timing, in_turns, ratio
from corpus import from_text, read_bytes

ROUNDS = 5
WORDS = 12_000           # of the made report: about 20 pages
SLOW_PAGES = 4           # that pdfplumber reads in each round, for it takes a minute for all
DOCUMENT = Path(__file__).parent.parent / "docs" / "benchmarks" / "reading.md"
PLAIN, OURS, PLUMBER = "PDFium, plain text", "corpus.read: words, boxes, order, zones", "pdfplumber, words and boxes"
LONG = 345_000           # words: more than 400 pages
GOLD = Path(__file__).parent.parent / "corpus" / "gold"
APART = """
import re, sys
from corpus import read_bytes
data = open(sys.argv[1], "rb").read()
pages = len(read_bytes(data, "a.pdf").pages) if data else 0
print(pages, 1024 * int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]))
"""
EDGE = 60                # points
SHORT, PREAMBLE = "The court sentenced two officers to three years in prison.\n\nNobody appealed.", (
    "IN THE HIGH COURT OF RATHPUR AT BELNAGAR\nCRIMINAL APPEAL NO. {n} OF 2014\n\nM. Torvane s/o B. Torvane\n"
    "... Appellant\nVersus\nThe State of Rathpur\n... Respondent\n\nMr. K. Adelan for the appellant.\n"
    "Ms. S. Iruva, Public Prosecutor, for the respondent.\n\nCORAM: HON'BLE JUSTICE P. WENDARE\n\nDATE: 12.03.2016\n\n"
)


def main() -> None:
    named = [Path(word).read_bytes() for word in sys.argv[1:] if word != "--write"]
    tables = [pdf_table(named), memory_table(), agreement_table(named), order_table(), text_table()]
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


def pdf_table(named: Sequence[bytes]) -> str:
    """Milliseconds a page of each reader."""
    columns = {"one column": [made_pdf(WORDS)], "two columns": [made_pdf(WORDS, 2)]}
    if named:
        columns[f"{len(named)} files"] = list(named)
    timings = [pdf_timings(files) for files in columns.values()]
    rows = [f"| milliseconds a page | {' | '.join(columns)} |", "|---|" + "---:|" * len(columns)]
    for name in (PLAIN, OURS, PLUMBER):
        rows.append(f"| {name} | {' | '.join(f'{1000 * each[name].median:.2f}' for each in timings)} |")
    pairs = ("slower than PDFium's plain text", OURS, PLAIN), ("faster than pdfplumber", PLUMBER, OURS)
    for words, slow, fast in pairs:
        times = " | ".join(f"{ratio(each[slow], each[fast]):.1f} times" for each in timings)
        rows.append(f"| corpus.read is {words} by | {times} |")
    return "\n".join(rows)


def pdf_timings(files: Sequence[bytes]) -> dict[str, Timing]:
    """Seconds a page."""
    pages = [len(pypdfium2.PdfDocument(data)) for data in files]
    work: dict[str, Callable[[], object]] = {
        PLAIN: lambda: [plain_text(data) for data in files],
        OURS: lambda: [read_bytes(data, "a.pdf") for data in files],
        PLUMBER: lambda: [plumbed(data) for data in files],
    }
    timings = in_turns(work, ROUNDS)
    few = sum(min(count, SLOW_PAGES) for count in pages)
    return {name: per(timing, few if name == PLUMBER else sum(pages)) for name, timing in timings.items()}


def memory_table() -> str:
    """The most memory that a process held that read a report, beside one that only loaded the reader."""
    rows = ["| memory of the reading process | pages | MB |", "|---|---:|---:|"]
    for words in (0, 30_000, LONG):
        pages, held = map(int, done_apart(words))
        rows.append(f"| {'the reader alone' if not words else 'a report'} | {pages} | {held / 2**20:.0f} |")
    return "\n".join(rows)


def done_apart(words: int) -> list[str]:
    """What a process of its own says: pages, and bytes held at most."""
    with NamedTemporaryFile(suffix=".pdf") as made:
        made.write(made_pdf(words) if words else b"")
        made.flush()
        done = subprocess.run([sys.executable, "-c", APART, made.name], capture_output=True, text=True, check=True)
    return done.stdout.split()


def agreement_table(named: Sequence[bytes]) -> str:
    """Words at the same place as pdfplumber has them."""
    sets = {"gold": [path.read_bytes() for path in sorted(GOLD.glob("*.pdf"))]}
    if named:
        sets["files"] = list(named)
    rows = ["| words and boxes beside pdfplumber | PDFs | words | F1 |", "|---|---:|---:|---:|"]
    for name, files in sets.items():
        found = total([agreement(data) for data in files])
        rows.append(f"| {name} | {len(files)} | {found.ours:,} | {found.f1:.4f} |")
    return "\n".join(rows)


def order_table() -> str:
    """How much the text of made pages is like its source."""
    rows = ["| reading order | FactLedger | pdfplumber | PDFium |", "|---|---:|---:|---:|"]
    for name, maker in PAGES.items():
        data, source = made_page(maker)
        with pdfplumber.open(BytesIO(data)) as document:
            plumbed_text = document.pages[0].extract_text(x_tolerance_ratio=0.15)
        read = (read_bytes(data, "a.pdf").text, plumbed_text, " ".join(plain_text(data)))
        cells = " | ".join(f"{likeness(' '.join(text.split()), source):.3f}" for text in read)
        rows.append(f"| {name} | {cells} |")
    return "\n".join(rows)


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
