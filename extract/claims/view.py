"""What the patterns look at: a sentence's groups as a short row of tokens, lists and asides taken out of the way."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from extract.claims.features import features_of
from extract.claims.inner import without_appositions, without_relatives
from extract.groups import Group
from extract.groups.group import FINITE
from extract.groups.nouns import POSSESSIVE
from models.rules import word_set

JOINERS = frozenset({"COMMA", "CC"})
SILENT = frozenset({"ADV", "QUOTE", "DATE", "X", "NEG"})


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


def near_view(line: list[Group]) -> list[Token]:
    """All groups side by side, lists made one token. The line is without what is silent."""
    return _tokens(_lists(line))


def main_view(line: list[Group]) -> list[Token]:
    """The main line: brackets, prepositional phrases, relative clauses and appositions left out of it as well."""
    line = _without_prepositions(_without_brackets(line))
    line = without_relatives(without_appositions(line))
    return _tokens(_lists(line))


def without_silent(groups: list[Group]) -> list[Group]:
    """What both views look at: adverbs, quotation marks and dates left out, dates with the preposition before them."""
    return [
        group
        for index, group in enumerate(groups)
        if group.kind not in SILENT
        and not (group.kind in ("P", "SUB") and _is_dated(groups, index))
        and not (group.kind == "DASH" and _is_moved(groups, index))
    ]


def _is_dated(groups: list[Group], preposition: int) -> bool:
    """ "on Monday", but "from Monday's blast" is from the blast."""
    kinds = [group.kind for group in groups[preposition + 1 : preposition + 3]]
    return kinds[:1] == ["DATE"] and not (kinds[1:] == ["X"] and groups[preposition + 2].text in POSSESSIVE)


def _is_moved(groups: list[Group], dash: int) -> bool:
    """ "The number rose again in May – to 31": the dash parts nothing."""
    kinds = [group.kind for group in groups[dash + 1 : dash + 3]]
    return kinds == ["P", "NG"] and groups[dash + 1].head in ("to", "from", "by") and _is_figure(groups[dash + 2])


def _tokens(rows: list[list[Group]]) -> list[Token]:
    return [Token(row, features_of(row[0]) if len(row) == 1 else reduce(or_, map(features_of, row))) for row in rows]


def _lists(line: list[Group]) -> list[list[Group]]:
    """Noun groups joined by commas and a final conjunction become one row; every other group is its own."""
    rows: list[list[Group]] = []
    at = 0
    while at < len(line):
        joined = line[at].kind == "NG" and at + 1 < len(line) and line[at + 1].kind in JOINERS
        end = _list_end(line, at) if joined else at
        rows.append([group for group in line[at : end + 1] if group.kind == "NG"] if end > at else [line[at]])
        at = end + 1
    return rows


def _list_end(line: list[Group], at: int) -> int:
    """The index of the last member of the list that begins at line[at]; `at` itself where there is no list."""
    before = line[at - 1] if at else None
    after_verb = before is not None and before.kind == "VG" and before.head not in word_set("words/verbs", "speech")
    leaves = after_verb and before is not None and before.head in word_set("words/verbs", "resulting")
    last, index, before_clause = at, at + 1, -1  # where a clause may begin: "burned a bus, and two men"
    while index < len(line):
        joiner = index
        while index < len(line) and line[index].kind in JOINERS:
            index += 1
        if index == joiner or index >= len(line) or line[index].kind != "NG":
            break
        joined = any(group.kind == "CC" for group in line[joiner:index])
        own_verb = index + 1 < len(line) and line[index + 1].kind in ("VG", "AP")
        if leaves and own_verb and _is_state(line[index + 1]):  # "left two men and a boy dead"
            own_verb = False
        loose = index - joiner > 1 and " " not in line[index - 1].text  # "A, and B are", no "A, as well as B, are"
        clause = joined and loose and joiner == at + 1  # two clauses, no list
        if own_verb and (after_verb or clause):
            return before_clause if after_verb and before_clause >= 0 else last
        if joined and loose and before_clause < 0:
            before_clause = last
        if joined:
            last = index
            if not (index + 2 < len(line) and line[index + 1].kind in ("COMMA", "CC") and line[index + 2].kind == "NG"):
                break
        index += 1
    return last


def _is_state(group: Group) -> bool:
    return group.kind == "AP" or "reduced" in group.flags


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
        if line[at].head == "among" and at + 1 < len(line) and _names_many(line[at + 1]):
            kept += line[at : at + 2]  # "were among the dead", "among those held" is what is said of them
            at += 2
            continue
        if line[at].kind == "P" and at + 1 < len(line) and line[at + 1].kind in ("NG", "P"):
            at += 1
            while at < len(line) and line[at].kind == "P":
                at += 1
            if line[at - 1].head == "including" and at + 1 < len(line) and "reduced" in line[at + 1].flags:
                at += 2  # "40 people, including nine killed, were hurt"
                continue
            if at < len(line) and line[at].kind == "NG" and _is_figure(line[at]) and not _describes(line, at, kept):
                kept.append(line[at - 1])
                continue
            if at < len(line) and line[at].kind == "NG":
                told = _tells_of(line, at, kept)
                at = _names_end(line, at) + 1 + told
            if not kept and at < len(line) and line[at].kind == "COMMA":
                at += 1
            continue
        kept.append(line[at])
        at += 1
    return kept


def _names_many(group: Group) -> bool:
    return "victim" in group.flags or group.head == "those"


def _tells_of(line: list[Group], at: int, kept: list[Group]) -> int:
    """1 where the participle is of the persons in the phrase: "the three worst places for editors jailed"."""
    noun, after = line[at], line[at + 1].flags if at + 1 < len(line) else set()
    persons = {"people", "plural"} <= noun.flags and noun.number is None
    counted = bool(kept) and kept[-1].number is not None and line[at - 1].head in ("for", "of", "against")
    return int(persons and counted and {"reduced", "done-to"} <= after)


def _is_figure(group: Group) -> bool:
    """A bare figure after a preposition belongs to the verb: "rose to 54 from 47", "put the toll at 21"."""
    return group.number is not None and "elided" in group.flags and "partitive" not in group.flags


def _describes(line: list[Group], at: int, kept: list[Group]) -> bool:
    """ "Nine teachers with 30 years of service were held", "two men held for six days died": a part of the subject."""
    after = at + 1
    while after + 2 < len(line) and line[after].kind == "P" and line[after + 1].kind == "NG":
        after += 2
    verb = line[after].flags if after < len(line) else set()
    counted = bool(kept) and kept[-1].kind == "NG" and kept[-1].number is not None
    return (counted or "duration" in line[at].flags) and bool(verb & FINITE)


def _names_end(line: list[Group], at: int) -> int:
    """In "in Taraz, Kyzylorda and Shymkent" the phrase ends with the last name."""
    end = at
    while end + 2 < len(line) and line[end + 1].kind in ("COMMA", "CC") and line[end + 2].kind == "NG":
        if not line[end].names or not line[end + 2].names or line[end + 2].number is not None:
            break
        end += 2
    return end
