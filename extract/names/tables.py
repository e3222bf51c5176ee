"""The compiled tables: places of the world, given names, surnames, common words. Read once, when first asked."""

import gzip
from dataclasses import dataclass
from functools import cache
from typing import Literal

from models.rules import ROOM, load

PlaceKind = Literal["country", "division", "city", "region"]
_KINDS: dict[str, PlaceKind] = {"N": "country", "A": "division", "C": "city", "L": "region"}


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One name's readings: the strongest one's kind and main name, its rank (1 a small town, 9 a country).

    `countries` are ISO 3166-1 alpha-2 codes, the likeliest first.
    """

    kind: PlaceKind
    rank: int
    countries: tuple[str, ...]
    canonical: str


def _lines(name: str) -> list[str]:
    with gzip.open(ROOM / "names" / name, "rt", encoding="utf8") as file:
        return file.read().split("\n")


@cache
def common_words() -> frozenset[str]:
    return frozenset(_lines("words.txt.gz"))


@cache
def given_names() -> frozenset[str]:
    persons = load("names/persons")
    table = frozenset(_lines("given.txt.gz")).difference(persons["honorifics"], persons["offices"])
    return table.union(persons["given"])


@cache
def surnames() -> frozenset[str]:
    return frozenset(_lines("surnames.txt.gz")).union(load("names/persons")["family"])


@cache
def gazetteer() -> dict[str, str]:
    """Name -> "kind, rank, codes, main name" with tabs between: read further only for the names that are asked."""
    table = dict(line.split("\t", 1) for line in _lines("gazetteer.tsv.gz"))
    places = load("names/places")
    for name in places["ambiguous"]["names"]:
        table.pop(name, None)
    for country, regions in places["regions"].items():
        code = _code(table, country)
        for name in regions:
            rank = table.get(name, "A\t5").split("\t")[1]
            table[name] = f"A\t{max(int(rank), 5)}\t{code}\t"
    for name in places["locations"]["names"]:
        table[name] = "L\t7\t\t"
    for country, writings in places["countries"].items():
        code = _code(table, country)
        for name in (country, *writings):
            table[name] = f"N\t9\t{code}\t{'' if name == country else country}"
    return table


def _code(table: dict[str, str], country: str) -> str:
    special: dict[str, str] = load("names/places")["codes"]
    record = table.get(country, "").split("\t")
    return special.get(country) or (record[2].split(",")[0] if len(record) > 2 else "")


@cache
def place(name: str) -> PlaceRecord | None:
    """The place of that name, written with straight apostrophes; None where the tables have none."""
    found = gazetteer().get(name)
    if found is None:
        return None
    kind, rank, codes, main_name = found.split("\t")
    return PlaceRecord(_KINDS[kind], int(rank), tuple(filter(None, codes.split(","))), main_name or name)


@cache
def country_names() -> dict[str, str]:
    """ISO code -> the country's name."""
    names: dict[str, str] = {}
    for name, record in gazetteer().items():
        kind, _, codes, main_name = record.split("\t")
        if kind == "N" and codes and not main_name:
            names[codes.split(",")[0]] = name
    return names


def country_of(name: str) -> str | None:
    """The country in which a place of that name lies (a country's own name for a country), None if unknown.

    Of several places of one name the largest counts.
    """
    found = place(" ".join(name.replace("’", "'").split()))
    if found is None or found.kind == "region":
        return None
    if found.kind == "country":
        return found.canonical
    return country_names().get(found.countries[0]) if found.countries else None
