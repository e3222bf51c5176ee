"""What the lines of a heading's parties look like: a role behind or before a name, both sides at once, no party."""

import re
from functools import cache

from extract.law.heading import roles, words
from extract.law.lawyers import names_counsel

_ADDRESS = re.compile(r"(?i)\W*(?:\(|(?:through|thr|rep|represented|by|its|being|legal|no|c/o)\b)")
_AGENT = re.compile(r"(?i)\W*(?:the\s)?(?:\w+\s)?(?:public\s+prosecutor|(?:govt\.?|government)\s+pleader)\W*")
_PANEL_OR_DATE = re.compile(
    r"(?i)\W*(?:coram|present|before|quorum|the\s+hon|hon\W?ble|dated?\b|judge?ments?|orders?\b|heard|decided|reserved|pronounced"
    r"|counsel|prayer|(?:writ\s+)?petition\s+(?:filed|under)|appeals?\s+(?:filed|under|against)|for\s+the\b|u/s|in\s+the)\b"
)


@cache
def role_behind() -> re.Pattern[str]:
    """A role behind a name, with its number, to the line's end; group `role`, and `before` where it begins."""
    writings = "|".join(re.escape(role).replace("\\ ", r"\s+") for role in sorted(roles(), key=len, reverse=True))
    rank = r"(?:first|second|third|fourth|common|proforma|defendants?\s+below|plaintiffs?\s+below)"
    one = rf"{rank}?[\s,]*(?P<role>{writings})(?:s|\(s\)|ies)?"
    return re.compile(
        rf"(?P<before>^"
        rf"|[\s.…,)\-–:;*“\"])(?:the\s+)?{one}(?:\s*[-/&,]?\s*(?:and\s+)?(?:cross-)?(?:{writings})(?:s|\(s\))?)*"
        r"(?:[-/\s]*(?:no|nos|a|r|in)?\.?[\s-]*\d{1,4}(?:\s*(?:to|,|&|and"
        r"|-)\s*\d{1,4})*)?(?:\s*\([^)\n]{1,40}\))?(?:\s+in(?:\s+[^\n]{1,40})?)?(?:\s+through\b.*)?(?:\s*\[\d{1,2}\])?\W*$",
        re.IGNORECASE,
    )


@cache
def middle_role() -> re.Pattern[str]:
    """Two sides on one line, the first with its role behind it: "X, Claimant, and Y, Defendant"."""
    writings = "|".join(re.escape(role) for role in sorted(roles(), key=len, reverse=True))
    ends = r"\)?,?\s(?:and|-\sand\s-)\s(?P<rest>[^\n]{3,200})$"
    return re.compile(rf"(?i)[^\n]{{3,200}}?,\s(?P<role>(?:{writings})s?){ends}")


@cache
def role_first() -> re.Pattern[str]:
    """A role before its name: "Petitioner: X"."""
    writings = "|".join(re.escape(role) for role in sorted(roles(), key=len, reverse=True))
    ends = r"\s*(?::\s?-?|[.…]{3,}(?=\s+\w))\s*(?P<rest>[^\n]*)$"
    return re.compile(rf"(?i)^(?P<role>{writings})(?:s|\(s\))?(?:[-\s]?\d{{1,2}})?{ends}")


@cache
def both_roles() -> re.Pattern[str]:
    """Both sides on one line, the first with its role behind dots: "X .... Appellant/s Versus Y .... Respondent/s"."""
    writings = "|".join(re.escape(role) for role in sorted(roles(), key=len, reverse=True))
    return re.compile(
        rf"(?i)(?P<left>[^\n]{{3,}}?[.…]{{2,}}\s*(?:{writings})\S{{0,4}})\s+(?P<versus>versus|vs\.?)\s+(?P<rest>[^\n]{{3,}})$"
    )


@cache
def no_party() -> re.Pattern[str]:
    """A line that names no party: a date, a number, a court, a citation."""
    starts = "|".join(re.escape(word) for word in sorted(words("words", "no_party"), key=len, reverse=True))
    return re.compile(
        rf"(?i)\W*(?:{starts})\b|\W*london(?:,|\s[a-z]{{1,2}}\d|\W*$)|.*\bnos?\s?[.:]+\s*[A-Z(]{{0,4}}\d|.*\b(?:justice|coram)\b|.*\bof\s+(?:19|20)\d\d\b"
        rf"|\W*\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|^[^A-Za-z]*$|\W*(?:\d{{1,2}}\.\s+)?[A-Z][A-Za-z.()&-]{{0,12}}(?:\s[A-Z][A-Za-z.()&-]{{0,12}}){{0,3}}\s?\d{{1,6}}\s?/\s?(?:19|20)?\d\d\b[^a-z]*$|^\d{{1,4}}\s[A-Z][\w.\s]*\d|[^\n]*\b(?:Rep|Cas|Dec|Envtl|USLW|ERC)\b\.?(?:\s\([A-Z]+\))?(?:\s[\dP][\d,\s]*)?\W*$|(?:19"
        rf"|20)\d\d\s[A-Z].*\d$|.{{301}}"
    )


def ends_list(line: str) -> bool:
    """Whether a list of parties cannot go on behind this line, as it does behind an address, an age, an agent."""
    if _ADDRESS.match(line):
        return False
    return bool(_PANEL_OR_DATE.match(line)) or (names_counsel(line) and not _AGENT.fullmatch(line))
