"""Which facts are wanted: conditions joined by `and`, `or`, `not` and brackets.

    event=killed and (value_min>10 or quote~market) and not place="Port Amary"

A value goes on to the next `and` or `or` that a condition follows, so "Bosnia and Herzegovina" needs no quotes; within
quotes, "" is one quotation mark.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from export.columns import Column
from export.conditions import Test, parts, test
from export.errors import BadOption
from export.options import Options

Record = dict[str, Any]

HEAD = r"\w+\s*(?:!=|>=|<=|=|>|<|~)"  # of a condition: its column and its sign
CONDITION = re.compile(r"\s*(\w+)\s*(!=|>=|<=|=|>|<|~)\s*")
QUOTED = re.compile(r'"((?:[^"]|"")*)"\s*')
NEXT = rf"(?=(?:\(|\s|\bnot\b)*{HEAD})"  # another condition follows
JOIN = {word: re.compile(rf"\s*\b{word}\b\s*{NEXT}", re.IGNORECASE) for word in ("and", "or")}
NOT = re.compile(rf"\s*not\b\s*{NEXT}", re.IGNORECASE)
PLAIN = re.compile(r"[\w-]+")
OPEN, CLOSE = re.compile(r"\s*\("), re.compile(r"\s*\)\s*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a record must fit, and the columns that it is asked of."""

    holds: Test
    columns: frozenset[str]


def fitting(conditions: Iterable[str]) -> Test:
    """Whether a record fits all the conditions. Raises BadOption."""
    wanted = [parse(written) for written in conditions]
    return lambda record: all(one.holds(record) for one in wanted)


def verified_only(options: Options) -> bool:
    """Whether only verified facts are wanted: not with `everything`, nor where a condition is on the state."""
    return not options.everything and not any("state" in parse(written).columns for written in options.where)


def condition(column: str, sign: str, value: str) -> str:
    """A condition as `parse` reads it, whatever the value is."""
    if PLAIN.fullmatch(value):
        return f"{column}{sign}{value}"
    doubled = value.replace('"', '""')
    return f'{column}{sign}"{doubled}"'


def parse(written: str) -> Wanted:
    """Reads what was written. Raises BadOption."""
    return _Parser(written).whole()


class _Parser:
    """Recursive descent: `or` binds looser than `and`, that looser than `not`."""

    def __init__(self, written: str) -> None:
        self.written, self.at, self.depth = written, 0, 0

    def whole(self) -> Wanted:
        found = self.either()
        if self.at < len(self.written):
            raise BadOption(f"{self.written!r} cannot be read from {self.written[self.at:].strip()!r} on")
        return found

    def either(self) -> Wanted:
        found = [self.all()]
        while self.skip(JOIN["or"]):
            found.append(self.all())
        return found[0] if len(found) == 1 else _joined(any, found)

    def all(self) -> Wanted:
        found = [self.one()]
        while self.skip(JOIN["and"]):
            found.append(self.one())
        return found[0] if len(found) == 1 else _joined(all, found)

    def one(self) -> Wanted:
        if self.skip(NOT):
            inner = self.one()
            return Wanted(lambda record: not inner.holds(record), inner.columns)
        if self.skip(OPEN):
            return self.bracketed()
        return self.condition()

    def bracketed(self) -> Wanted:
        self.depth += 1
        inner = self.either()
        if not self.skip(CLOSE):
            raise BadOption(f"{self.written!r} opens a bracket that it does not close")
        self.depth -= 1
        return inner

    def condition(self) -> Wanted:
        found = CONDITION.match(self.written, self.at)
        if found is None:
            raise BadOption(f"{self.written[self.at:].strip() or self.written!r} is no condition: "
                            "write it as event=killed, date>=2022-03 or quote~market")
        self.at = found.end()
        columns: tuple[Column, ...] = parts(found[1])
        return Wanted(test(columns, found[2], self.value()), frozenset(column.name for column in columns))

    def value(self) -> str:
        quoted = QUOTED.match(self.written, self.at)
        if quoted:
            self.at = quoted.end()
            return quoted[1].replace('""', '"')
        start, inside = self.at, 0
        while self.at < len(self.written) and not any(join.match(self.written, self.at) for join in JOIN.values()):
            inside += {"(": 1, ")": -1}.get(self.written[self.at], 0)
            if inside < 0 and self.depth:
                break
            self.at += 1
        return self.written[start:self.at].strip()

    def skip(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self.written, self.at)
        if found:
            self.at = found.end()
        return found is not None


def _joined(how: Any, wanted: list[Wanted]) -> Wanted:
    return Wanted(
        lambda record: how(one.holds(record) for one in wanted), frozenset().union(*(one.columns for one in wanted)),
    )
