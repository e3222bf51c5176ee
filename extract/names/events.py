"""Events by their names, from the patterns of models/names/events.toml."""

import re
from collections.abc import Iterator
from functools import cache

from extract.signs import Sought
from models.mention import Mention
from models.rules import load

_TRIGGER = (
    r"events|Events|War\b|Spring|Uprising|uprising|Revolution|revolution|Massacre|massacre|Operation|Holocaust|Genocide|protests|Crisis"
    r"|Days|Coup|coup|Rebellion|Intifada|Games|Olympics|Earthquake|Tsunami|Famine|Battle|Siege|Holodomor|Nakba|Maidan|Shoah"
    r"|Invasion|Bombing|Fall\b|Liberation|Crusade|Armistice|Watergate|Euromaidan"
)


@cache
def _triggers() -> Sought:
    return Sought(re.compile(_TRIGGER), _TRIGGER)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    file = load("names/events")
    return tuple((rule["id"], re.compile(_composed(rule["pattern"], file["parts"]))) for rule in file["rule"])


def _composed(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"\{([a-z]+)\}", lambda match: parts[match[1]], pattern)


def find_events(text: str) -> list[Mention]:
    """EVENT mentions in order. A month inside one ("the January events") is part of its name and no date."""
    return [Mention("EVENT", start, end, text[start:end], " ".join(text[start:end].replace("’", "'").split()), rule)
            for start, end, rule in _spans(text)]


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Patterns are only tried where a trigger word stands."""
    reached = 0
    for trigger in _triggers().finditer(text):
        if trigger.start() < reached:
            continue
        window = max(reached, trigger.start() - 40, text.rfind("\n", 0, trigger.start()) + 1)
        for rule, pattern in _patterns():
            match = pattern.search(text, window, trigger.end() + 60)
            if match and match.start() <= trigger.start() and match.end() >= trigger.end():
                yield match.start(), match.end(), rule
                reached = match.end()
                break
