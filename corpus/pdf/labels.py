"""How each page is called in print: as the PDF names its pages, else by the number in its running head or foot."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]

from corpus.pdf.furniture import FEW_PAGES, Sheet
from corpus.roman import roman_value

NUMBER = re.compile(r"[^\w/]*(\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})(?:/\d{1,4})?[^\w/]*")
LONGEST = 20          # characters of a name
FEWEST = 3            # pages whose numbers go on with each other; two in a document of few pages

Way = tuple[bool, int]      # of counting: whether in figures, and how far the printed number is from the page's place


def names_of(document: pypdfium2.PdfDocument) -> list[str | None]:
    """What the PDF calls each page (PDF 32000-1, 12.4.2)."""
    return [document.get_page_label(index)[:LONGEST].strip() or None for index in range(len(document))]


def label_pages(sheets: Sequence[Sheet]) -> None:
    """Names that only count the pages from 1 give way to the numbers printed on them, if these go on page by page."""
    if any(sheet.label not in (None, str(sheet.number)) for sheet in sheets):
        return
    printed = [dict(_numbers(sheet)) for sheet in sheets]
    votes = Counter(way for ways in printed for way in ways)
    needed = 2 if len(sheets) <= FEW_PAGES else FEWEST
    if max(votes.values(), default=0) < needed:
        return
    for sheet, ways in zip(sheets, printed, strict=True):
        best = max(ways, key=lambda way: votes[way], default=None)
        sheet.label = ways[best] if best and votes[best] >= needed else None


def _numbers(sheet: Sheet) -> Iterator[tuple[Way, str]]:
    """Each number in the page's head and foot, and how the pages are counted if it is the page's."""
    for word in " ".join(line.text for line in (*sheet.head, *sheet.foot)).split():
        if found := NUMBER.fullmatch(word):
            value = int(found[1]) if found[1].isdecimal() else roman_value(found[1])
            if value is not None:
                yield (found[1].isdecimal(), value - sheet.number), found[1]
