"""A decision's card, read from its heading, its mentions and its operative part."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from extract.law.case_court import court_of
from extract.law.case_dates import case_dates
from extract.law.case_name import caption_of, name_of, sides_of
from extract.law.court_facts import country_of_court, level_of
from extract.law.heading import heading_end, lines
from extract.law.judges import panel_start
from extract.law.operative import operative_part, orders, outcome
from extract.law.opinions import opinions_start
from models.case import Case, Party
from models.document import Document
from models.mention import Mention
from models.rules import load

_AUTHOR = 200  # characters behind the heading within which the author's name may stand
_OWN_LINE = re.compile(r"(?i)(?:neutral\s+citation(?:\s+n(?:umber|o))?|ncn|citation)?[\s.:]*$")
# what a judge did before this court: "Appeal from an order entered by Judge Pike", "On appeal from Mr Recorder Vane"
_BELOW = re.compile(
    r"(?i)\b(?:appeals?\b[^\n]{0,60}\bfrom|orders?\s(?:of|by|made|entered)|entered|decision\s+of|judgment\s+of)\b"
    r"[^\n]{0,80}(?:(?<!(?-i:[a-z])\.)\n{1,2})?[^\n]{0,40}\Z"
)
_NO = re.compile(r"^Nos?\.\s?(?=[\dA-Z])")
_FORMERLY = re.compile(r"[\s,]{0,4}\((?i:formerly|previously)\s+(?i:known\s+as\s+)?(?P<name>[^()\n]{3,120})\)")
_PROSE_LINE = 300  # characters; no line of a heading that names judges is as long
_PER_CURIAM = re.compile(r"^\W{0,3}PER\s?CURIAM\b", re.MULTILINE)
_SEVERAL = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def read_case(document: Document, mentions: Sequence[Mention]) -> Case:
    """The card of a decision; `mentions` are all of the document's. A field stays empty rather than wrong."""
    text = document.text
    end = heading_end(text)
    head = [mention for mention in mentions if mention.start < end]
    part = operative_part(text)
    citations = _citations(text, head)
    court, caption = court_of(text, end, head, citations), caption_of(text, end)
    parties = (caption and sides_of(caption, head)) or _parties(text, head)
    dates, judges = case_dates(text, head, mentions), _judges(text, end, mentions)
    return Case(
        court=court,
        name=caption or name_of(parties, text, end),
        case_numbers=_numbers(text, end, head),
        citations=citations,
        ecli=next((mention.text for mention in head if mention.text.startswith("ECLI:")), None),
        decided=next(iter(dates["decided"]), None),
        judges=judges,
        parties=parties,
        lawyers=_lawyers([*head, *(m for m in mentions if m.start >= end and m.rule == "lawyer-by-calling")], judges),
        outcome=outcome(text, part, opinions_start(text) or len(text)),
        orders=orders(text, part),
        level=level_of(court),
        country=country_of_court(court, citations),
        heard=dates["heard"],
        final=next(iter(dates["final"]), None),
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for value in values:
        plain = " ".join(value.split())
        first.setdefault(plain.casefold(), plain)
    return tuple(first.values())


def _people(mentions: Iterable[Mention], label: str) -> tuple[str, ...]:
    return _unique(mention.canonical for mention in mentions if mention.label == label)


def _lawyers(mentions: Iterable[Mention], judges: Sequence[str]) -> tuple[str, ...]:
    """Counsel; a deputy judge who is "QC" is none of them."""
    bench = {name.casefold() for name in judges}
    return tuple(name for name in _people(mentions, "LAWYER") if name.casefold() not in bench)


def _judges(text: str, end: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The panel, where the heading has one; else the judges of the heading, or the author behind it."""
    near = [mention for mention in mentions if mention.label == "JUDGE" and mention.start < end + _AUTHOR]
    near = near if any(mention.start < end for mention in near) else near + _author(text, mentions)
    below = {each.canonical for each in near if _BELOW.search(text, max(0, each.start - 120), each.start)}
    own = [mention for mention in near if mention.canonical not in below]
    heading = [mention for mention in own if mention.start < end and not _in_prose(text, mention)]
    panel = panel_start(text, end)
    seated = [mention for mention in heading if panel is not None and mention.start >= panel]
    signed = [] if seated else [mention for mention in mentions if mention.rule == "judge-by-signature"]
    return _people(signed or seated or heading or own, "JUDGE") or _by_the_court(text, end)


def _by_the_court(text: str, end: int) -> tuple[str, ...]:
    """An opinion of the whole court, which names no judge."""
    return ("PER CURIAM",) if _PER_CURIAM.search(text, max(0, end - _AUTHOR), end + _AUTHOR) else ()


def _author(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The first judge who stands alone on a line: "PELLEW, Justice:"."""
    for mention in mentions:
        if mention.label == "JUDGE":
            stop = text.find("\n", mention.end)
            before = text[text.rfind("\n", 0, mention.start) + 1:mention.start]
            if len(before) < 30 and 0 < stop - mention.end < 40:
                return [mention]
    return []


def _in_prose(text: str, mention: Mention) -> bool:
    return text.find("\n", mention.end) - text.rfind("\n", 0, mention.start) > _PROSE_LINE


def _parties(text: str, head: Iterable[Mention]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for mention in head:
        if mention.label == "PARTY":
            key = mention.canonical.casefold()
            if key not in found or (found[key].role is None and mention.role and found.pop(key)):
                before = _FORMERLY.match(text, mention.end)
                found[key] = Party(mention.canonical, mention.role, before["name"] if before else None)
    if len({party.role for party in found.values() if party.role}) > 1:
        return tuple(party for party in found.values() if party.role)  # both sides are told by their roles
    known = [set(key.split()) for key, party in found.items() if party.role]
    others = [set(key.split()) for key in found]
    return tuple(party for key, party in found.items() if party.role or not (
        any(words <= set(key.split()) or words >= set(key.split()) for words in known)  # "Okonar" is "Tobiah Okonar"
        or any(set(key.split()) < words for words in others)))


def _citations(text: str, head: Iterable[Mention]) -> tuple[str, ...]:
    """Citations that stand alone at the head of their line, before any other text: those of the decision itself."""
    cited = [mention for mention in head if mention.label == "CITATION" and mention.rule != "case-name"]
    own = [mention for mention in cited if _is_own(text, mention)]
    neutral = [mention.text for mention in own if mention.rule == "neutral-citation"][:1]
    return _unique(_plain(words) for words in neutral or [mention.text for mention in own])


def _is_own(text: str, mention: Mention) -> bool:
    before = text[text.rfind("\n", 0, mention.start) + 1:mention.start]
    if mention.rule == "neutral-citation":
        return mention.start < 1_500
    return mention.start < 300 and bool(_OWN_LINE.match(before.strip()))


def _plain(citation: str) -> str:
    """The citation without the zeros that fill up its number."""
    return re.sub(r"(?<=\s)0+(?=[1-9])(?!\d*_)", "", citation)


@cache
def _number_line(part: str) -> re.Pattern[str]:
    return re.compile(load("law/decisions")["parts"][part], re.MULTILINE)


def _numbers(text: str, end: int, head: Iterable[Mention]) -> tuple[str, ...]:
    """The numbers on the heading's own number lines, each by itself; else those that fill a line."""
    found: list[str] = []
    labelled = list(_number_line("number").finditer(text, 0, min(end, 3_000)))
    columns = () if labelled else lines(text, min(end, 3_000))
    for match in (*labelled, *(own for line in columns if (own := _number_line("number").match(line.text)))):
        written = re.split(r"\s\(|\s{4,}|:\s|\sby\s|\s\d{1,4}/\d{1,4}\s", match["number"])[0]
        parts = [_NO.sub("", part.strip(" .():[]")) for part in _SEVERAL.split(written)]
        found += [part for part in parts if any(map(str.isdigit, part)) and len(part) < 40 and "]" not in part]
    alone = [mention.text for mention in head if mention.label == "CASE_NUMBER" and _fills_line(text, mention)]
    bare = [match["number"] for match in _number_line("bare_number").finditer(text, 0, min(end, 1_500))]
    return _unique(found or [_NO.sub("", number) for number in alone or bare])


_MARKS = " \t.:+*$~^!-"  # with which courts mark the line of a number


def _fills_line(text: str, mention: Mention) -> bool:
    start, stop = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    rest = text[start:mention.start] + text[mention.end:stop if stop >= 0 else len(text)]
    return rest.strip(_MARKS) in ("", "Case")
