"""Ages: "aged 23", "a 41-year-old", "Kelley, 26,", "a girl of 8", "children under 5", "she was 17 when"."""

import re
from functools import cache

from extract.letters import Ending
from extract.numbers.draft import Draft
from extract.numbers.lexicon import SPACE, Ahead, Behind, alternation, words_file
from extract.numbers.whole import is_whole

NAME_BEFORE = re.compile(r"([A-ZÀ-Þ][\w'’.-]+),\s*$")
LISTED = re.compile(rf",?{SPACE}(?:and|or|to){SPACE}|,{SPACE}|[-–]")
FOLLOWING_NOUN = re.compile(rf"{SPACE}(?!years\b|was\b|is\b|as\b|has\b)[a-z]+s\b")
COUNTED_AHEAD = re.compile(
    rf"{SPACE}(?:[a-z]+{SPACE})?(?:people|persons|men|women|children|others|civilians)\b|{FOLLOWING_NOUN.pattern}")
HANGING = re.compile(rf"[-‐‑–]{SPACE}(?:and|or|to){SPACE}")
HANGING_ROW = re.compile(rf"(?:[-‐‑–],?{SPACE}(?:(?:and|or|to){SPACE})?\d{{1,3}}){{1,6}}")
OLDEST = 120
LISTING = ("aged", "ages-listed", "ages-of-several", "person-of-age")  # rules behind which more ages follow


@cache
def _behind(name: str) -> Behind:
    return Behind(words_file("ages")["words"][name])


@cache
def _years_old() -> Ahead:
    return Ahead(words_file("ages")["words"]["years-old"])


def age(text: str, last: Draft | None, new: Draft) -> bool:
    """Whether the figure is an age; fate, unit and span are then set."""
    if new.high is None or new.high > OLDEST or new.scale > 1 or new.form not in ("digits", "words"):
        return False
    if found := _years_old().match(text, new.end):
        new.end = found[0]
        if last is not None and HANGING.fullmatch(text, last.end, new.start):  # "15- and 16-year-old boys"
            _aged(last, "age-years-old")
        _aged(new, "age-years-old")
        new.unit = next((unit for unit in ("month", "week", "day") if unit in found[1]), "year")
        return True
    row = HANGING_ROW.match(text, new.end)  # "8-, 12- and 17-year-olds"
    if row and _years_old().match(text, row.end()):
        return _aged(new, "age-years-old")
    rule = _rule_before(text, last, new)
    return rule is not None and _aged(new, rule)


def _rule_before(text: str, last: Draft | None, new: Draft) -> str | None:
    """The rule whose words stand before the figure."""
    if _behind("aged").match(text, new.start):
        return "aged"
    if last is not None and last.rule in LISTING and LISTED.fullmatch(text, last.end, new.start):
        return None if COUNTED_AHEAD.match(text, new.end) else "ages-listed"
    if _behind("person-of").match(text, new.start):
        return "person-of-age"
    if new.form == "digits" and _in_apposition(text, new):
        return "age-in-apposition"
    if _is_predicate(text, new):
        return "age-as-predicate"
    told = _told(text, new) if new.form == "digits" else None
    return told or ("age-limit" if _limit(text, new) else None)


def _in_apposition(text: str, new: Draft) -> bool:
    """ "Kelley, 26, was ...", "his wife, 26, was ..."; "Articles, 6, ..." is none."""
    if text[new.end:new.end + 1] != "," or new.low is None or not is_whole(new.low) or new.low < 1:
        return False
    name = NAME_BEFORE.search(text[max(0, new.start - 30):new.start])
    if name is None:
        return _relative().search(text[max(0, new.start - 30):new.start]) is not None
    return name[1] not in words_file("ages")["words"]["no-names"]


@cache
def _relative() -> Ending:
    relatives = alternation(words_file("ages")["words"]["relatives"])
    return Ending(rf"\b(?:his|her|their|my|the|an?|another)\s(?:\w+\s)?{relatives},\s$", re.IGNORECASE)


@cache
def _predicate() -> tuple[Ending, re.Pattern[str]]:
    words = words_file("ages")["words"]
    subject, ahead = alternation(words["subject"]), alternation(words["after-predicate"])
    before = rf"\b(when\s)?(?:the\s|his\s|her\s)?{subject}\s(?:is|was)\s(?:then\s|only\s|just\s|now\s|still\s)?$"
    return Ending(before, re.IGNORECASE), re.compile(rf"{SPACE}{ahead}\b", re.IGNORECASE)


def _is_predicate(text: str, new: Draft) -> bool:
    """ "she was 17 when", "when he was nine"."""
    subject, ahead = _predicate()
    found = subject.search(text[max(0, new.start - 36):new.start])
    return found is not None and (found[1] is not None or ahead.match(text, new.end) is not None)


@cache
def _around() -> list[tuple[str, Ending, re.Pattern[str]]]:
    """Each rule that says what stands before and behind an age."""
    return [(rule["id"], Ending(row["left"]), re.compile(row["right"]))
            for rule in words_file("ages")["rule"] for row in rule.get("around", [])]


def _told(text: str, new: Draft) -> str | None:
    """ "turned 18 in May", "At 78, he ...", "a girl (9)", "two boys, 14 and 16"."""
    before = text[max(0, new.start - 24):new.start]
    return next((rule for rule, left, right in _around() if left.search(before) and right.match(text, new.end)), None)


def _limit(text: str, new: Draft) -> bool:
    """ "three were under 18", "children under five": a bound on an age; takes the bounding word in."""
    found = _behind("limit").match(text, new.start)
    if found is None or FOLLOWING_NOUN.match(text, new.end):
        return False
    start, word = found
    below = word.rstrip("-") in ("under", "below")
    if not _is_limited(text, text[new.core_start:new.core_end].lower(), text[start:new.start], start, below):
        return False
    new.start = start
    if below:
        new.low, new.high_open = None, True
    else:
        new.high, new.low_open = None, True
    return True


def _is_limited(text: str, figure: str, bound: str, start: int, below: bool) -> bool:
    """Whether the words before the bound let it be one on an age: a child's, a legal one, a round one of a group."""
    words = words_file("ages")["words"]
    if figure in (*words["elder-ages"], *words["legal-ages"]) and _behind("elder-persons").match(text, start):
        return True  # "those over 60"
    person = _behind("limited").match(text, start)
    if person is not None and person[1] in words["young"] and below:
        return True
    return figure in words["legal-ages"] and (person is not None or bound.endswith("-"))


def _aged(new: Draft, rule: str) -> bool:
    new.fate, new.label, new.unit, new.rule = "age", "AGE", "year", rule
    return True
