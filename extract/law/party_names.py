"""The names in the lines of one side of a heading, without their addresses, agents and numbers."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extract.law.cases import offices
from extract.law.heading import Line, honorific, words
from extract.law.patterns import Candidate
from extract.names.tables import place

ITEM = re.compile(
    r"\s*(?:\(\d{1,3}\)|\(?[A-Za-z]?-?\d{1,3}(?:\([a-z]\))?\s?[.)](?!\d)|\d{1,3}\([a-z]\)\s|[PRA]-\d{1,3}\s(?!in\b)|\d{1,3}(?=\s*$"
    r"|\s{3,}[A-Z]))\s*"
)
_BEFORE_NAME = re.compile(
    r"^(?:case\s+of|cases\s+of|in\s+the\s+case\s+of|the\s+(?=[A-Z])|between:?|in\s+re:?|between\s*[-:]+|and\s+)\s*",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"(?:[\s.,;:…)\-–*_&\"”]|\s(?:[Bb]y|BY|[Aa]nd|AND))+$")
# a line that tells more of the person above: kinship, age, home, seat
_TELLS_MORE = re.compile(
    r"\W*(?:(?:both|all)\s+(?:are\s+)?(?:residents?|r/|majors?|sons|daughters)|residents?\b|residing\b|r/[oa]|[swdhc]/o\b"
    r"|by\s+(?:his|her|its|their)\b|(?:son|daughter|wife|widow|husband)\s+of\b|aged\b|h\.?\s?no\b|(?:house|flat|shop|plot|door|gali)\b|(?:having|regd|registered)\b)",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:is|was|were|has|have|had|may|should|would|shall|this|that|which|whether|be)\b|(?:\b[a-z]+\s){4}|>>|\[\d{4}\]|^\d+(?:st|nd|rd|th)\b|\band$"
)
_ONE_LETTER = re.compile(r"[A-Z](?:\.?[A-Z])?\.?")  # a party whose name is withheld
_ORDINAL = re.compile(r"(?i)(?:first|second|third|fourth|fifth|sixth|last)(?:\s(?:to|and)\s\w+)?")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CASE_NUMBER = re.compile(r"[^\n]{0,40}?\bNos?\.?\s?[A-Z]*[\d-]+/\d{2,4}\s+(?=[A-Z])")  # a page's running head
_NEXT_ITEM = re.compile(r"(?<=\s)\(\d{1,2}\)(?=\s)")
_RELATOR = re.compile(
    r"(?i)(?:R|Regina|The\s(?:King|Queen))\s?\(?on\sthe\sapplication\sof\s(?:the\s)?(?P<name>[^()\n]+)"
)
_NUMBERED = re.compile(r"\d/\d|\d{3}\W*$")  # a case number or a post code
_ABBREVIATED = re.compile(r"(?:\b(?:Ltd|LTD|Co|CO|Inc|INC|Corp|CORP|Bros|BROS)|[\s.][A-Z])$")
_FORM = re.compile(
    r"(?i)(?:(?:private|pvt\.?|and|&|co\.?|company)\s)*(?:limited|ltd|llp|plc|inc|llc|corporation|company)\W*"
)
LINKED = re.compile(r"(?i)(?<=[a-z])(?<!application)\s(?:of|&|for)$")
_NEAR = 6  # characters between a name and its form on the next line
_CONTINUED = re.compile(r"(?:FOR|OF|IN|ON)\s(?:THE\s)?[A-Z]")
_NUMBER_BEHIND = re.compile(r"[^\n(]{3,120}\s\(\d{1,2}\)\W*")  # "Avon Mills Limited (1)"
# a body whose name lists its members: "CHANCELLOR, MASTERS AND SCHOLARS OF THE UNIVERSITY OF X"
_MEMBERS = re.compile(
    r"(?i:,\s(?:[a-z’']+(?:\s[a-z’']+)?,\s)?[a-z’']+(?:\s[a-z’']+)?\s(?:&|and)\s[a-z’']+\sof\s)[^,(]{3,80}$")
_REDACTED = re.compile(r"(?:[A-Z]\.?\s?\[?(?:…|\.{2,3})\]?\s?){1,4}")
_SEAT = re.compile(r",\s(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\W*$")

# what an office belongs to, behind its comma: "Principal Secretary, Roads Department, Government of Navaria"
_BODY = re.compile(
    r"(?:,\s(?!(?i:etc)\b)(?:[A-Z][A-Za-z'’.-]*|of|and|&|the)"
    r"(?:\s(?:[A-Z][A-Za-z'’-]*\.?|of|and|&|the|\([A-Z][\w. ]*\)))*){1,3}(?=\W*$)"
)
_AND_OTHERS = re.compile(r"(?i),?\s(?:&|and)\s(?:ors|anr|others|another)\b")
_HALF_BRACKET = re.compile(r"\([^()]*$")


@cache
def _cut() -> re.Pattern[str]:
    cuts = "|".join(re.escape(word) for word in sorted(words("words", "cut"), key=len, reverse=True))
    return re.compile(
        rf"(?i)(?:[,;]|\((?!P\.?\)|(?:Pty|Proprietary|Edms|[\w.]{{1,20}}(?=\)\s(?:Ltd|Limited|Inc|LLC|PLC)\b))|Pvt|Private|India|N\.?c\.?t|HUF|[A-Z]\))|\.{{2,}}|…|\s+\)|[\s-](?:{cuts})(?![\w])"
        rf"|\s(?:and|&)\s(?:\d+|\w+)\s?others?\b"
        rf"|\s{{6,}})"
    )


def names_of(text: str, pending: list[Line], role: str | None) -> Iterator[Candidate]:
    """The names of these lines: numbered ones, or the first line, or every line where none is an address."""
    pending = [part for line in _whole(text, pending) for part in _items(line)]
    chosen: list[Line | None]
    numbered = [index for index, line in enumerate(pending) if ITEM.match(line.text)]
    if pending and all(_NUMBER_BEHIND.fullmatch(line.text) for line in pending):
        chosen = [*pending]
    elif numbered:
        chosen = [_item(pending, index) for index in numbered]
    elif any(map(tells_more, pending)):
        people = (line for line, below in pairwise(pending[1:]) if tells_more(below) and not tells_more(line))
        chosen = [*pending[:1], *people]
    elif any(_cut().search(line.text) or any(map(str.isdigit, line.text)) for line in pending):
        chosen = [*pending[:1]]
    else:
        chosen = [*pending]
    for line in chosen:
        if line and (candidate := _name(text, line, role)):
            yield candidate


def _whole(text: str, pending: list[Line]) -> list[Line]:
    """The lines, with what goes on joined to the name above: "QUAY HOLDINGS" "LIMITED", "Chief of" "Police"."""
    found: list[Line] = []
    for line in pending:
        goes_on = found and (continues(line) or LINKED.search(found[-1].text))
        if goes_on and line.start - found[-1].end < _NEAR:
            first = found.pop().start
            line = Line(first, line.end, text[first:line.end])
        found.append(line)
    return found


def continues(line: Line) -> bool:
    """Whether the line goes on with the name above: "LIMITED", "FOR THE REPUBLIC"."""
    return bool(_FORM.fullmatch(line.text) or (_CONTINUED.match(line.text) and line.text.isupper()))


def tells_more(line: Line) -> bool:
    """Whether the line is about the person above it: "S/o Anil Deshkar", "R/o 12 Quay Road"."""
    return bool(_TELLS_MORE.match(line.text))


def _items(line: Line) -> Iterator[Line]:
    """The items of one line: "(1) Tarrow Council (2) Quay Limited", "The King (on the application of A and B)"."""
    bare = _BEFORE_NAME.match(line.text) if line.text[:7].lower() == "between" else None
    if relator := _RELATOR.match(line.text, bare.end() if bare else 0):
        for name in re.finditer(r"(?:(?<=\sand\s)|^).+?(?=\sand\s|$)", relator["name"]):
            start = line.start + relator.start("name") + name.start()
            yield Line(start, start + len(name[0]), name[0])
        return
    starts = [match.start() for match in _NEXT_ITEM.finditer(line.text)] if line.text.startswith("(1)") else []
    for start, end in zip([0, *starts], [*starts, len(line.text)], strict=True):
        yield Line(line.start + start, line.start + end, line.text[start:end].rstrip())


def _item(pending: list[Line], index: int) -> Line | None:
    """The name behind an item's number, which may stand on a line of its own."""
    line = pending[index]
    match = ITEM.match(line.text)
    rest = line.text[match.end():] if match else ""
    if rest:
        return Line(line.end - len(rest), line.end, rest)
    below = pending[index + 1] if index + 1 < len(pending) else None
    return None if below is None or ITEM.match(below.text) else below  # a page's number stands above an item


def _with_body(name: str, cut: int) -> int:
    """Where an office's name ends: with its place or its body ("Commissioner of Income Tax, Madras"), else at `cut`."""
    words_ = name[:cut].split()
    if members := _MEMBERS.match(name, cut):
        return members.end()
    if not words_ or not any(word in offices() for word in words_):
        return cut
    if (seat := _SEAT.match(name, cut)) and place(seat["place"]):
        return len(name)
    body = _BODY.match(name, cut) if words_[-1] in offices() else None
    return cut + len(_AND_OTHERS.split(body[0])[0]) if body else cut


def _name(text: str, line: Line, role: str | None) -> Candidate | None:
    start, words_ = line.start, line.text
    while match := re.match(rf"{honorific()}|\(\d{{1,3}}\)\s*|[^\w(]+", words_) or _BEFORE_NAME.match(words_):
        start, words_ = start + match.end(), words_[match.end():]
        if not match.end() or match[0].upper().startswith(("M/S", "MESSRS")):
            break  # what stands behind the title of a firm is its name: "M/s Master Lines"
    if number := _CASE_NUMBER.match(words_):
        start, words_ = start + number.end(), words_[number.end():]
    redacted = role and _REDACTED.fullmatch(words_)
    if not redacted and (cut := _cut().search(words_)):
        words_ = words_[:_with_body(words_, cut.start())]
    if not words_.endswith(("Ltd.", "Co.", "Inc.", "Corp.", "Bros.", "LTD.", "CO.", "INC.", "CORP.")):
        words_ = _AFTER_NAME.sub("", words_)
    if _HALF_BRACKET.search(words_) and text.startswith(")", start + len(words_)):
        words_ += ")"
    if not _LETTERS.search(words_) and not redacted and not (role and _ONE_LETTER.fullmatch(words_)):
        return None
    if words_[0].islower() or (_CONTINUED.match(words_) and words_.isupper()):
        return None
    if _ORDINAL.fullmatch(words_) or len(words_) > 300 or _PROSE.search(words_):
        return None
    if _NUMBERED.search(words_):
        return None
    if _ABBREVIATED.search(words_) and text.startswith(".", start + len(words_)):
        words_ += "."
    return Candidate(start, start + len(words_), "PARTY", "party-by-role", 11, " ".join(words_.split()), role)
