"""(a) Reading a page of a PDF: words, boxes and order, beside pdfplumber and PDFium's plain text."""

from benchmarks import reading
from benchmarks.results import Result


def measure(small: bool) -> Result:
    """Milliseconds a page, one column."""
    made = Result("reading", "Reading a page", "ms a page")
    timings = reading.pdf_timings([reading.made_pdf(3_000 if small else reading.WORDS)])
    made.series = {name: [1000 * seconds for seconds in timing.rounds] for name, timing in timings.items()}
    made.figures["times faster than pdfplumber"] = made.ratio(reading.PLUMBER, reading.OURS)
    return made
