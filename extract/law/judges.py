"""Judges, by their title before the name, the letters behind it, or the list of the panel."""

import re
from collections.abc import Iterator
from functools import cache

from extract.law.heading import NAME, NAME_WORD, PARTICLE, PRESIDING, honorific, words
from extract.law.patterns import Candidate, any_of
from extract.names.lexicon import Kind, kind
from extract.names.tables import place
from extract.signs import Sought

_HONOURABLE = r"(?:(?:the\s+)?hon(?:\W?ble|ourable|orable|\.)\s+)"
_LETTERS = r"(?:C\.?J\.?I?|L\.?JJ?|JJ?\.?A|A\.?JJ?A?|J{1,3}|P\.?J|D?JP|DCJ|A\.?C\.?J|Jjj?|Cj)\.?(?!\w|\.[A-Z]\.)"
_CALLED = re.compile(
    rf",[*†‡]?\s?(?:{_LETTERS}|M\.\s?R\.|L\.\s?JJ?\.|(?:United\sStates\s+)?(?:(?:Senior|Chief|Circuit|District|Associate|Presiding|Bankruptcy|Magistrate)\s+)*+Judges?"
    r"|(?:(?:The|THE|the)\s+)?(?:Chief\s+|Associate\s+|Presiding\s+|CHIEF\s+)?(?:Justice|JUSTICE)"
    r"(?=[.:]?[ \t]*(?:\n|\Z)))(?=[\s.,;:)\]]|$)"
)
# the letters without a comma before them: "Happell J. held", "S. T. Desai and K. T. Desai JJ.", "Bingham LJ said"
_LETTERED = re.compile(
    r"(?<=[ \t])(?:(?:A\.?\s?)?C\.?\s?J\.?(?:I\.?)?|L\.?\s?JJ?\.?|JJ?\.?\s?A\.?|JJ?\.|J(?=\s[a-z]{2,}(?:ed|id|s)\b))"
    r"(?=[\s,;:)\]]|\Z)(?!\s+[A-Z\[\d])"
)
_BRACKETED = re.compile(
    r"\([ \t]*(?P<name>[^()\n]{3,50}?)[ \t]*\)(?=(?:[ \t]{0,60}\([^()\n]{3,50}\)){0,4}[,\s]{0,80}"
    r"(?:J(?:\.|UDGES?\b)|Judges?\b|C\.\s?J\.))"
)
_SIGNED = re.compile(
    r"[.…_]{4,}[\s.…]{0,20}(?:C\.\s?J\.?(?:I\.)?|J\.)\s{1,6}[\[(][ \t]*(?P<name>[A-Z][^\[\]()\n]{2,50}?)[ \t]*[\])]"
)
_PANEL = re.compile(
    r"(?i:composed\s+of)\s*:?|following\s+members\s+being\s+present:|^[ \t]*B\se\sf\so\sr\se\s?:[ \t]*\n?"
    r"|^[ \t]*(?:\d{1,2}[ \t]+)?(?:before(?=L)|(?:Before|Coram|Quorum|Present|(?:(?:Division"
    r"|Single|Full)\s+)?Bench(?!\s?,)|Presided\s[Bb]y)\b|BEFORE\b|BENCH(?=\s*:)"
    r"|CORAM\b|PRESENT\b|before(?=[ \t]*$|\s*L(?:ord|ady)\b))"
    r"[ \t]*[:;\-–]{0,3}[ \t]*\n?",
    re.MULTILINE,
)
_PANEL_END = re.compile(
    r"^[ \t]*(?:Between\b|BETWEEN\b|[-–_=*.][-–_=*. ]{4,}|Date|DATE|\d|Having|IN\s+THE|In\s+the|Reserved|Judge?ment"
    r"|(?:[A-Z]+\s)?JUDGE?MENT|Order|ORDER|Case|Hear|HEAR|Applicant|Appellant|Claimant|Respondent|Representation"
    r"|Decision|DECISION|REASONS|London|LONDON|Counsel|Address|SITUATION|CITATION|ACT\s?:"
    r"|(?:Present|PRESENT|Coram|CORAM|BENCH)\s?:)"
    # the office of the one judge of a court below: "XII Addl. City Civil & Sessions Judge"
    r"|^[^\n]*(?i:\b(?:addl|additional|city\s+civil|small\s+causes|sessions\s+judge|civil\s+judge|member,))"
    r"|^[^\n.]*\.{2,}[ \t]*[A-Z][a-z]{4}|^[ \t]*(?i:versus|vs?\.)[ \t]*$"
    r"|\band\s[^\n]{3,60}Registrar|\n[ \t]*\n[ \t]*\n",
    re.MULTILINE,
)
# where the list of a Strasbourg chamber ends, which may be indented
_CHAMBER_END = re.compile(
    r"\b(?:and|AND)\s[^\n]{3,60}(?:Registrar|REGISTRAR)|[^\n]{3,60},\sSecretary\sto\sthe\s"
    r"|^[ \t]*(?:Having\b|Delivers\b|Registrar\b|\d)",
    re.MULTILINE,
)
_PANEL_LENGTH = 1_500  # characters
_TITLED_PANEL = re.compile(r"(?i)\bjustice|\bhon|,\s?jj?\b")
_NO_PANEL = re.compile(r"(?i)\b(?:this\s+day|the\s+court|address|accused|counsel|prosecutor|advocate|a?pp\s+for)\b")
# a degree behind the name: "Shri A. Deshkar, B.Com., LL.B.(Spl)"
_DEGREE = re.compile(r"(?i)(?:[bm]\.?(?:a|sc|com|l|ed)|l\.?l?\.?[bm]|ph\.?d)(?:\([a-z.]+\))?[.,]*$")
# a name up to the title of the next judge: "Justice A. Deshkar And Hon'ble Justice M. Sorabi"
_NEXT = r"(?!(?:And|AND|The|THE|Hon|HON|Honourable|HONOURABLE|Honble|Justice|JUSTICE)\b)"
_ONE_NAME = rf"{_NEXT}{NAME_WORD}(?:(?:[ \t]{{1,4}}|(?<=\.)){PARTICLE}?{_NEXT}{NAME_WORD}){{0,6}}"
_NUMERAL = re.compile(r"[IVXLivxl]{2,6}$")
# the bench as the Supreme Court's old reports print it, the family name first: "SUBBARAO, K."
_REVERSED = re.compile(
    r"^[ \t]*(?P<name>[A-Z][A-Z'’ -]{2,30},[ \t](?:[A-Z][A-Z'’.-]*[ \t]?){1,4})(?:\(C?J\))?[ \t]*$", re.MULTILINE
)
_SEATED = re.compile(r"\b(?:Sessions|Civil|Munsif|Subordinate|Causes)\s\Z")
_PERSON = re.compile(NAME)
_SPLIT = re.compile(
    r"(,|;|\n|&|\b(?:and|And|AND|et)\b|(?<=[A-Z])and\b|(?<=[a-z])(?=L(?:ord|ady)\s)|(?<=President)(?=L))"
)
_JOIN = re.compile(r",\s|\s(?:and|And|AND)\s|&")
_WORD = re.compile(r"\S+")
_LETTERS_BEHIND = re.compile(r"[\s,]+(?:A?JJ?A?|LC?JJ?|Jj|D?JP|DCJ|C\.?J|CJ|QC|KC|Q\.C|K\.C)\.?$")
_ONLY_LETTERS = re.compile(rf"{_LETTERS}$")
_INITIAL_BEHIND = re.compile(r"(?:\b[A-Z]|Jr|Sr)\.$")
_LIST = re.compile(
    rf"(?:{NAME}(?:,\s|\s*&\s*|\s+(?:and|And|AND)\s+|,\s(?:and|And)\s)(?:[A-Z][a-z]{{1,4}}\.\s?)?){{0,8}}{NAME}$"
)
# a Scottish bench, each judge on a line of his own without a title of office; or the one who writes
_TITLE_AND_NAME = (
    r"(?:LORD|LADY|Lord|Lady)(?:\s(?:President|Justice[ -]Clerk))?[ \t]+(?P<name>[A-Z][A-Za-z’'-]+)"
    r"(?:\sof\s[A-Z][a-z]+)?"
)
_PEER = re.compile(_TITLE_AND_NAME)
_BARE_PEER = _TITLE_AND_NAME.replace("?P<name>", "?:")
_PEERS = re.compile(
    rf"(?:^[ \t]*{_BARE_PEER}[ \t]*\n\s*){{2,9}}"
    rf"|\b(?:OPINION\s(?:OF\s(?:THE\sCOURT\s+)?)?|[Dd]elivered\s+by\s+){_BARE_PEER}(?=[ \t]*\n)",
    re.MULTILINE,
)
# the one who writes, alone on a line at the heading's end: "Windell J", "Botsi AJ (Vane J concurring)"
_AUTHOR = re.compile(
    rf"^[ \t]*(?P<name>{NAME})(?:[ \t](?:A?JA?|D?JP|DCJ)[ \t]*(?:$|\()|,\sCommissioner\.?[ \t]*$)", re.MULTILINE)
_AUTHOR_BEFORE = 300  # characters before the heading's end
_AUTHOR_REACH = 2_500  # characters behind the heading, an order among them
_GLUED = re.compile(r"(?:JJ?|C\.?J)\.(?=[A-Z]{3})")  # "JJ.BEALES": the list before has lost its line's end
_ROLE_LINE = re.compile(
    r"(?i)\b(?:bench|tribunal)\s+(?:of|at)\b|^\W*(?:sitting|president|vice[\s-]president|judges?|ad\s+hoc|registrar|member|chamber)"
)


@cache
def _lettered() -> Sought:
    return Sought(_LETTERED, r"^(?:A\.?(?:C|$)|C\.?(?:J|$)|L\.?(?:J|$)|J(?:[JA.]|$))")


@cache
def _signed() -> Sought:
    return Sought(_SIGNED, r"[.…_]{4}")


@cache
def _titled() -> Sought:
    titles = any_of(("Judge", "JUDGE", "HHJ", "Recorder", "Magistrate"))
    court_of = any_of(("In The Court Of", "In the Court of", "In the court of", "in the Court of", "IN THE COURT OF"))
    person = rf"(?:(?i:ms|sh|shri|mr|smt|dr|sri)\.?\s*(?=[A-Z])|(?={PRESIDING}))"
    pattern = re.compile(
        rf"(?:{any_of(('Justice', 'JUSTICE', 'justice'))}(?<!\b[oO][fF]\s.{{7}})"
        rf"(?:[ \t]+|[ \t]*:[ \t]*)(?:{honorific()}){{0,2}}"
        rf"|{titles}[ \t]+|{court_of}\s+{person})(?P<name>{_ONE_NAME})"
    )
    return Sought(pattern, r"(?<!\w)(?:[Jj]ustice|JUSTICE|Judge|JUDGE|HHJ|Recorder|Magistrate|(?:[Ii]n|IN)$)")


@cache
def _opening() -> re.Pattern[str]:
    before_justice = r"(?:mr|mrs|ms|sri|shri|smt|dr)\.?\s*(?=justice)"
    courts = (
        r"(?:deputy\s+)?(?:(?:(?:upper|first-tier)\s+)?tribunal|district|employment|circuit|costs|h\.?h\.?"
        r"|(?:his|her)\s+honour)\s+(?=judge)"
        r"|(?:deputy\s+)?judge\s+of\s+the\s+(?:upper|first-tier)\s+tribunal\b|(?:lay\s+|tribunal\s+)+members?\b"
    )
    titles = (
        rf"(?:acting\s+|chief\s+|lord\s+|lady\s+|the\s+|{_HONOURABLE}|{courts}|{before_justice})*"
        r"(?:justice\b|judge\b|hhj\b)?"
    )
    return re.compile(rf"\W*(?i:{titles})[^\w]*(?:{honorific()}\W*)*")


def find_judges(text: str, end: int) -> Iterator[Candidate]:
    """JUDGE candidates: by title anywhere, by the panel's list in text[:end]."""
    for match in _titled().finditer(text):
        if _SEATED.search(text, max(0, match.start() - 12), match.start()) and place(match["name"].split()[0]):
            continue  # "Civil Judge Kota" sits there
        yield from _people(text, match.start("name"), match.end("name"), "judge-by-title")
    for match in _CALLED.finditer(text):
        yield from _behind(text, match.start(), match[0])
    for match in _lettered().finditer(text):
        blanks = text[max(0, match.start() - 3):match.start()]
        yield from _behind(text, match.start() - len(blanks) + len(blanks.rstrip(" \t")), match[0])
    for match in _signed().finditer(text):
        yield from _people(text, match.start("name"), match.end("name"), "judge-by-signature")
    for match in _BRACKETED.finditer(text):
        yield from _people(text, match.start("name"), match.end("name"), "judge-by-title")
    for peers in _PEERS.finditer(text, 0, end):
        for match in _PEER.finditer(text, peers.start(), peers.end()):
            yield from _people(text, match.start("name"), match.end("name"), "judge-of-panel")
    author = _AUTHOR.search(text, max(0, end - _AUTHOR_BEFORE), end + _AUTHOR_REACH) if end else None
    if author and not _PANEL.search(text, 0, end):
        yield from _people(text, author.start("name"), author.end("name"), "judge-by-title")
    for match in _PANEL.finditer(text, 0, end):
        ends = _CHAMBER_END if match[0].lower().startswith(("composed", "following")) else _PANEL_END
        stop = ends.search(text, match.end(), match.end() + _PANEL_LENGTH)
        end_of_panel = stop.start() if stop else match.end()
        panel = text[match.end():end_of_panel]
        if found := list(_REVERSED.finditer(panel)):
            yield from (_reversed(text, match.end(), name) for name in found)
        elif not _TITLED_PANEL.search(panel) and not _NO_PANEL.search(panel):
            yield from _people(text, match.end(), end_of_panel, "judge-of-panel")


def _reversed(text: str, panel: int, name: re.Match[str]) -> Candidate:
    """A judge named family name first; the canonical name has it last."""
    start, end = panel + name.start("name"), panel + len(name.string[:name.end("name")].rstrip())
    family, _, given = text[start:end].partition(",")
    return Candidate(start, end, "JUDGE", "judge-of-panel", 8, " ".join(f"{given} {family}".split()))


def panel_start(text: str, end: int) -> int | None:
    """Where the list of the panel begins in text[:end]; None where none is announced."""
    panel = _PANEL.search(text, 0, end)
    return panel.end() if panel else None


def _behind(text: str, stop: int, letters: str) -> Iterator[Candidate]:
    """The names before ", J." or ", Circuit Judges": a list of them where the letters are plural."""
    start = max(0, stop - 240, text.rfind("\n\n", 0, stop) + 1)
    names = _LIST.search(text, start, stop)
    if not names:
        return
    plural = "JJ" in letters.upper() or "Judges" in letters
    last = max((mark.end() for mark in _JOIN.finditer(text, names.start(), names.end())), default=names.start())
    begin = names.start() if plural else last
    while (word := _WORD.match(text, begin, names.end())) and kind(word[0]) & Kind.FUNCTION:  # "But Maclean C.J."
        begin = word.end() + 1
    yield from _people(text, begin, names.end(), "judge-by-title")


def _people(text: str, start: int, end: int, rule: str) -> Iterator[Candidate]:
    """Each person of a list, without titles; lines that only say a role are passed over."""
    place = start
    for part in _SPLIT.split(text[start:end]):
        if part and not _ROLE_LINE.search(part):
            opening = _opening().match(part)
            at = opening.end() if opening else 0
            at = glued.end() if (glued := _GLUED.match(part, at)) else at
            name = _name(part, at)
            if name:
                yield Candidate(place + at, place + at + len(name), "JUDGE", rule, 8, " ".join(name.split()))
        place += len(part)


def _name(part: str, at: int) -> str:
    """The person's name at this place, up to the first word that is no part of a name; empty where there is none."""
    person = _PERSON.match(part, at)
    if not person:
        return ""
    name = person[0]
    for word in _WORD.finditer(name):
        bare = word[0] if len(word[0]) == 2 else word[0].rstrip(".,")  # "I." is an initial
        if not {word[0], bare}.isdisjoint(words("words", "not_name")) or _DEGREE.match(word[0]):
            name = name[:word.start()]
            break
    name = _LETTERS_BEHIND.sub("", name).rstrip(" ,")
    if name.endswith(".") and not _INITIAL_BEHIND.search(name):
        name = name[:-1]
    if _ONLY_LETTERS.match(name) or _NUMERAL.match(name):
        return ""
    return name if re.search(r"[^\W\d_]{2}", name) or (re.fullmatch(r"[A-Z]\.?", name) is None and "." in name) else ""
