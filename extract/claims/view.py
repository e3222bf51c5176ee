"""What the patterns look at: a sentence's groups as a short row of tokens, lists and asides taken out of the way."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from extract.claims.features import features_of
from extract.groups import Group
from models.rules import word_set

SILENT = frozenset({"ADV", "QUOTE", "DATE", "X", "NEG"})
FINITE = frozenset({"active", "passive", "linking"})


@dataclass(slots=True)
class Token:
    """One token of a view: the members of a list of noun groups, or one other group; its features as bits."""

    members: list[Group]
    features: int

    @property
    def kind(self) -> str:
        return self.members[-1].kind

    @property
    def head(self) -> str:
        return self.members[-1].head


def near_view(groups: list[Group]) -> list[Token]:
    """All groups side by side, only adverbs, dates and quotation marks left out; lists made one token."""
    kept = [group for group in groups if group.kind not in SILENT]
    return _tokens(_lists(kept))


def main_view(groups: list[Group]) -> list[Token]:
    """The main line: brackets, prepositional phrases, relative clauses and appositions left out."""
    line = _without_brackets(_without_dates(groups))
    line = _without_prepositions(line)
    line = _without_appositions(line)
    line = _without_relatives(line)
    return _tokens(_lists(line))


def _without_dates(groups: list[Group]) -> list[Group]:
    """Dates go with the preposition before them."""
    return [
        group
        for index, group in enumerate(groups)
        if group.kind not in SILENT
        and not (group.kind == "P" and index + 1 < len(groups) and groups[index + 1].kind == "DATE")
    ]


def _tokens(rows: list[list[Group]]) -> list[Token]:
    return [Token(row, features_of(row[0]) if len(row) == 1 else reduce(or_, map(features_of, row))) for row in rows]


def _lists(line: list[Group]) -> list[list[Group]]:
    """Noun groups joined by commas and a final conjunction become one row; every other group is its own."""
    rows: list[list[Group]] = []
    at = 0
    while at < len(line):
        end = _list_end(line, at) if line[at].kind == "NG" else at
        rows.append([group for group in line[at : end + 1] if group.kind == "NG"] if end > at else [line[at]])
        at = end + 1
    return rows


def _list_end(line: list[Group], at: int) -> int:
    """The index of the last member of the list that begins at line[at]; `at` itself where there is no list."""
    before = line[at - 1] if at else None
    after_verb = before is not None and before.kind == "VG" and before.head not in word_set("words/verbs", "speech")
    last, index = at, at + 1
    while index < len(line):
        joiner = index
        while index < len(line) and line[index].kind in ("COMMA", "CC"):
            index += 1
        if index == joiner or index >= len(line) or line[index].kind != "NG":
            break
        joined = any(group.kind == "CC" for group in line[joiner:index])
        own_verb = index + 1 < len(line) and line[index + 1].kind in ("VG", "AP")
        clause = joined and index - joiner > 1 and last == at  # "A, and B are ...": two clauses, no list
        if own_verb and (after_verb or clause):
            break
        if joined:
            last = index
            if not (index + 2 < len(line) and line[index + 1].kind in ("COMMA", "CC") and line[index + 2].kind == "NG"):
                break
        index += 1
    return last


def _without_brackets(line: list[Group]) -> list[Group]:
    kept: list[Group] = []
    opened = 0  # how many groups were kept when the bracket opened
    depth = 0
    for group in line:
        if group.kind == "OPEN":
            opened, depth = (len(kept), 1) if depth == 0 else (opened, depth + 1)
        elif group.kind == "CLOSE" and depth:
            depth -= 1
            inside = kept[opened:]
            figures = inside and inside[0].kind == "P" and all(g.kind == "P" or _is_figure(g) for g in inside)
            if depth == 0 and not figures:  # "went up (from 29 to 41)" says it in the main line
                del kept[opened:]
        else:
            kept.append(group)
    return kept if depth == 0 else kept[:opened]


def _without_prepositions(line: list[Group]) -> list[Group]:
    """ "people in the city of Taraz": the phrase goes, with a comma that closes it at the head of the sentence."""
    kept: list[Group] = []
    at = 0
    while at < len(line):
        if line[at].kind == "P" and at + 1 < len(line) and line[at + 1].kind == "VG" and kept and kept[-1].kind == "VG":
            at += 1  # "who stayed behind were killed"
            continue
        if line[at].head == "among" and at + 1 < len(line) and "victim" in line[at + 1].flags:
            kept += line[at : at + 2]  # "were among the dead" is what is said of them
            at += 2
            continue
        if line[at].kind == "P" and at + 1 < len(line) and line[at + 1].kind in ("NG", "P"):
            at += 1
            while at < len(line) and line[at].kind == "P":
                at += 1
            if at < len(line) and line[at].kind == "NG" and _is_figure(line[at]):
                kept.append(line[at - 1])
                continue
            if at < len(line) and line[at].kind == "NG":
                at = _names_end(line, at) + 1
            if not kept and at < len(line) and line[at].kind == "COMMA":
                at += 1
            continue
        kept.append(line[at])
        at += 1
    return kept


def _is_figure(group: Group) -> bool:
    """A bare figure after a preposition belongs to the verb: "rose to 54 from 47", "put the toll at 21"."""
    return group.number is not None and "elided" in group.flags and "partitive" not in group.flags


def _names_end(line: list[Group], at: int) -> int:
    """In "in Taraz, Kyzylorda and Shymkent" the phrase ends with the last name."""
    end = at
    while end + 2 < len(line) and line[end + 1].kind in ("COMMA", "CC") and line[end + 2].kind == "NG":
        if not line[end].names or not line[end + 2].names or line[end + 2].number is not None:
            break
        end += 2
    return end


def _without_relatives(line: list[Group]) -> list[Group]:
    """ "people who had fled were killed", "people arrested in May were charged": the inner clause goes."""
    kept: list[Group] = []
    at = 0
    while at < len(line):
        group = line[at]
        if group.kind == "AP" and kept and kept[-1].kind == "NG" and at + 1 < len(line) and line[at + 1].flags & FINITE:
            at += 1  # "three men on trial were acquitted"
            continue
        inner = (
            group.kind == "REL"
            or _is_contact(group, kept)
            or (group.flags & {"reduced", "gerund"} and kept and kept[-1].kind == "NG")
        )
        end = _inner_end(line, at) if inner else 0
        if end:
            if kept and kept[-1].kind == "COMMA":
                kept.pop()
            at = end
            continue
        kept.append(group)
        at += 1
    return kept


def _is_contact(group: Group, kept: list[Group]) -> bool:
    """A clause with no pronoun of relation: "the detainees they represent"."""
    return "pronoun" in group.flags and bool(kept) and kept[-1].kind == "NG"


def _inner_end(line: list[Group], at: int) -> int:
    """Where the main verb stands after an inner clause that begins at line[at]; 0 where there is none."""
    index = at + 1 if line[at].kind == "REL" else at
    while index < len(line) and line[index].kind != "VG":
        if line[index].number is not None:  # "an attack in which two were killed": the clause has its own claim
            return 0
        index += 1
    index += 1
    while (
        index < len(line)
        and index - at < 9
        and not line[index].number
        and (line[index].kind in ("NG", "AP", "COMMA") or line[index].flags & {"infinitive", "gerund"})
    ):
        index += 1
    return index if index < len(line) and line[index].kind == "VG" and line[index].flags & FINITE else 0


def _without_appositions(line: list[Group]) -> list[Group]:
    """ "12 men, most of them teachers, were killed": what stands between commas before the verb goes."""
    kept: list[Group] = []
    at = 0
    line = _without_ages(line)
    while at < len(line):
        if line[at].kind in ("COMMA", "DASH") and kept and kept[-1].kind == "NG":
            close = _closing_mark(line, at)
            if close:
                at = close + 1
                continue
        kept.append(line[at])
        at += 1
    return kept


def _without_ages(line: list[Group]) -> list[Group]:
    """ "one inmate, a welder, 24, died": the age goes with the comma before it."""
    ages = {i for i, group in enumerate(line) if i and group.head == "age" and line[i - 1].kind == "COMMA"}
    return [group for i, group in enumerate(line) if i not in ages and i + 1 not in ages]


def _closing_mark(line: list[Group], at: int) -> int:
    """Where the apposition that opens at line[at] closes, right before the main verb; 0 where it is none."""
    close = next((i for i in range(at + 1, min(at + 12, len(line))) if line[i].kind == line[at].kind), 0)
    if not close or close + 1 >= len(line) or line[close + 1].kind != "VG":
        return 0
    inside = line[at + 1 : close]
    return close if not _is_clause(inside) or _is_aside(inside) else 0


def _is_clause(inside: list[Group]) -> bool:
    """Is there a verb of its own, outside any relative clause: "most of them women who had queued" has none?"""
    relative = next((i for i, g in enumerate(inside) if g.kind == "REL"), len(inside))
    return any(g.kind == "VG" and g.flags & FINITE for g in inside[:relative])


def _is_aside(inside: list[Group]) -> bool:
    """ "Nine people, the police chief said, had been arrested": who says so."""
    speech = word_set("words/verbs", "speech")
    return [g.kind for g in inside] in (["NG", "VG"], ["VG", "NG"]) and any(g.head in speech for g in inside)
