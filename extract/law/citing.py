"""The citations beside the name of a case: those behind it, the one before it, and those without a name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.law.patterns import Candidate

GAP = re.compile(
    r"(?:\s(?:&|and|AND)\s(?:Ors|Anr|ORS|ANR|Others|Another|others|another)\b)?"
    r"[)”’']?\.{0,3}[\s,:;“”\"'’]{0,4}(?:[\[(]\s?)?(?:(?:which\s(?:has\sbeen|is|was)\s|as\s|and\s)?reported,?\s(?:in|as"
    r"|at)\s?:?-?\s?|=\s?\(?|in\s(?=[A-Z(\d]))?"
)
_STRASBOURG = re.compile(
    r"(?:\s\[GC\])?(?:\s\((?:dec|just satisfaction|no\.|revision|preliminary objections|merits"
    r"|friendly settlement|extracts)[^)\n]{0,30}\))*(?:\s\[GC\])?"
    r",?\s(?:nos?\.?\s\d{1,5}/\d\d(?:,?\s(?:and\s)?\d{1,5}/\d\d)*(?:\sand\s\d+\sothers)?"
    r"|(?:cited\sabove|judgment\sof\s\d{1,2}\s[A-Z][a-z]+\s\d{4},\sSeries\sA\sno\.\s\d+(?:-[A-Z])?))"
    r"(?:,\s§§?\s\d+(?:[-–]\d+)?(?:(?:,"
    r"|\sand)\s\d+(?:[-–]\d+)?)*)?(?:,\sECHR\s\d{4}[-‑][IVX]+(?:\s\([^)\n]{1,20}\))?)?"
    r"(?:,\s§§?\s\d+(?:[-–]\d+)?"
    r"(?:(?:,|\sand)\s\d+(?:[-–]\d+)?)*)?"
)
# behind the name of a case any letters are a report's, if a year or a volume stands before them: "10 Mad. 295"
_UNLISTED = re.compile(
    r"(?:[\[(]?(?:1[89]|20)\d\d[\])]?(?:-\d)?,?\s{0,2}(?:\(?\d{1,3}\)?\s?)?|\(?\d{1,3}\)?\s)"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Act|Rule|Section|Article|Art|Sec|Nos?|Para|Page|Vol)\b)"
    r"[A-Z][A-Za-z]{0,5}\.?(?:\s?(?:&\s)?[A-Z][A-Za-z]{0,4}\.?){0,3}(?:\s?\(\w{1,9}\.?\))?"
    r"\s?\d{1,5}(?![\w/-])(?:\s\(\d{1,4}\))?"
)
_SAME = re.compile(r"\s?[:=]\s?\(?")  # between two reports of one decision
_CASE_OF = re.compile(
    r"\bcase\s+of\s+(?P<name>[A-Z][\w.’']*(?:\s(?:[A-Z(][\w.’')]*|&|and|of)){0,7}),?\s(?:reported\s(?:in|as)\s)?[\[(]?\Z"
)
_REACH = 160  # characters before a citation in which the name that leads up to it may begin


def cited_behind(text: str, end: int, starts: Mapping[int, Candidate], used: set[int]) -> int:
    """The end of a name with the citations that follow it, one behind the other; they are `used`."""
    if (strasbourg := _STRASBOURG.match(text, end)) and strasbourg.end() > end:
        return strasbourg.end()
    opened = False
    while gap := GAP.match(text, end):
        citation = starts.get(gap.end()) or starts.get(gap.end() - 1)
        if "\n\n" in gap[0]:
            return end
        if citation is None:
            unlisted = _UNLISTED.match(text, gap.end()) if gap[0].strip() and not opened else None
            return unlisted.end() if unlisted else end
        used.add(citation.start)
        end = citation.end
        opened = opened or bool(re.search(r"[(\[]", gap[0]))
        if opened and text[end:end + 1] in (")", "]"):
            end, opened = end + 1, False
    return end


def cited_ahead(text: str, name: int, ends: Mapping[int, Candidate], used: set[int]) -> Candidate | None:
    """The citation, not yet used, that leads up to the name at `name`: "AIR 1983 SC 225, Tarrow v. Pike"."""
    between = 2 if text.startswith(", ", max(0, name - 2)) else 1
    citation = ends.get(name - between) if text[name - 1:name] == " " else None
    if citation is None or citation.start in used:
        return None
    used.add(citation.start)
    return citation


def unnamed(text: str, citations: Sequence[Candidate]) -> Iterator[Candidate]:
    """Citations without a name; reports of one decision joined by a colon or a sign of equality are one."""
    pending: Candidate | None = None
    for citation in sorted(citations, key=lambda found: (found.start, -found.end)):
        if pending and citation.start < pending.end:
            if citation.priority <= pending.priority:
                continue
        elif pending and (gap := _SAME.fullmatch(text, pending.end, citation.start)):
            closed = "(" in gap[0] and text.startswith(")", citation.end)
            pending = replace(pending, end=citation.end + closed)
            continue
        if pending:
            yield _named(text, pending)
        pending = citation
    if pending:
        yield _named(text, pending)


def _named(text: str, citation: Candidate) -> Candidate:
    """The citation with the one name that leads up to it: "in the case of Anna Tarrow, (1987) 3 SCC 212"."""
    name = _CASE_OF.search(text, max(0, citation.start - _REACH), citation.start)
    return replace(citation, start=name.start("name"), canonical=name["name"], rule="case-name") if name else citation
