"""Inner clauses and appositions: what stands between the counted and their verb goes out of the main line."""

from dataclasses import replace

from extract.groups import Group
from extract.groups.group import FINITE
from models.rules import word_set


def without_relatives(line: list[Group]) -> list[Group]:
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
            or (group.flags & {"reduced", "gerund"} and kept and kept[-1].kind == "NG" and not _in_relative(kept))
        )
        end = _inner_end(line, at, _ends_counting(kept)) if inner else 0
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


def _in_relative(kept: list[Group]) -> bool:
    """ "the hall in which 40 families lived was burned": the families are the subject of the inner clause."""
    return len(kept) > 1 and kept[-2].kind == "REL"


def _ends_counting(kept: list[Group]) -> bool:
    nouns = [group for group in kept[-2:] if group.kind == "NG"]
    return bool(nouns) and nouns[-1].number is not None


def _inner_end(line: list[Group], at: int, counted: bool) -> int:
    """Where the main verb stands after an inner clause that begins at line[at]; 0 where there is none.

    The clause may hold a number where the noun before it is `counted` itself: "12 men who robbed two shops were held".
    """
    index = at + 1 if line[at].kind == "REL" else at
    while index < len(line) and line[index].kind != "VG":
        if line[index].number is not None:  # "an attack in which two were killed": the clause has its own claim
            return 0
        index += 1
    index += 1 + _joined(line, index + 1)
    while (
        index < len(line)
        and index - at < 9
        and (not line[index].number or (counted and line[index - 1].kind == "VG"))
        and (line[index].kind in ("NG", "AP", "COMMA") or line[index].flags & {"infinitive", "gerund"})
    ):
        index += 1 + _joined(line, index + 1)
    return index if index < len(line) and line[index].kind == "VG" and line[index].flags & FINITE else 0


def _joined(line: list[Group], at: int) -> int:
    """How many groups a conjunction adds to the inner clause: "facing arrest and trial", "abducted and then held"."""
    if at + 2 >= len(line) or line[at].kind != "CC":
        return 0
    second, after = line[at + 1], line[at + 2]
    participle = "reduced" in second.flags and (after.kind != "NG" or after.number is None)
    bare = "event-noun" in second.flags and second.number is None and len(second.units) == 1
    return 2 if participle or bare else 0


def without_appositions(line: list[Group]) -> list[Group]:
    """ "12 men, most of them teachers, were killed": what stands between commas before the verb goes."""
    kept: list[Group] = []
    at = 0
    line = _without_ages(line)
    while at < len(line):
        if _is_apposed(line, at, kept):  # "26 villagers, mostly women were kidnapped"
            at += 1
            continue
        if [group.kind for group in line[at : at + 3]] == ["COMMA", "COMMA", "REL"] and kept and kept[-1].kind == "NG":
            at += 2  # "three nurses, [among them a man,] who had been held, were freed"
            continue
        if line[at].kind in ("COMMA", "DASH") and kept and kept[-1].kind == "NG":
            close = _closing_mark(line, at)
            if close:
                at = close + 1
                continue
            close = _closing_dash(line, at)
            if close:  # "six priests -- five of them old -- and a cook were killed"
                kept += [replace(line[close], kind="COMMA")] if line[close + 1].kind == "NG" else []
                at = close + 1
                continue
        kept.append(line[at])
        at += 1
    return kept


def _is_apposed(line: list[Group], at: int, kept: list[Group]) -> bool:
    """A bare plural right behind those counted, with an adverb between and the verb of an event behind it."""
    noun, verb = line[at], line[at + 1] if at + 1 < len(line) else None
    if noun.kind != "NG" or noun.number is not None or not kept or kept[-1].number is None or verb is None:
        return False
    told = verb.kind == "VG" and bool(verb.events) and bool(verb.flags & FINITE)
    return told and noun.at == kept[-1].till + 1 and {"people", "plural"} <= noun.flags and len(noun.units) == 1


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


def _closing_dash(line: list[Group], at: int) -> int:
    """Where an aside between dashes closes in the middle of a list; 0 where there is none."""
    if line[at].kind != "DASH":
        return 0
    close = next((i for i in range(at + 1, min(at + 12, len(line) - 1)) if line[i].kind == "DASH"), 0)
    inside = {group.kind for group in line[at + 1 : close]}
    return close if close and inside <= {"NG", "COMMA", "CC", "AP"} and line[close + 1].kind in ("NG", "CC") else 0


def _is_clause(inside: list[Group]) -> bool:
    """Is there a verb of its own, outside any relative clause: "most of them women who had queued" has none?"""
    relative = next((i for i, g in enumerate(inside) if g.kind == "REL" or _is_of_them(g)), len(inside))
    return any(g.kind == "VG" and g.flags & FINITE for g in inside[:relative])


def _is_of_them(group: Group) -> bool:
    """ "two guards, one of whom later died, were shot"."""
    return group.whole is not None and group.whole.kind == "REL"


def _is_aside(inside: list[Group]) -> bool:
    """ "Nine people, the police chief said, had been arrested": who says so."""
    speech = word_set("words/verbs", "speech")
    return [g.kind for g in inside] in (["NG", "VG"], ["VG", "NG"]) and any(g.head in speech for g in inside)
