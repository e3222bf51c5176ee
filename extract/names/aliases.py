"""A name written with the other name of the same person: "Olga Brevik alias Marta Sund" is one mention."""

from collections.abc import Iterable
from dataclasses import replace

from models.mention import Mention

_JOINED = frozenset((" alias ", " @ ", " @", "@", " a.k.a. ", " aka ", " Alias ", " ALIAS "))


def with_aliases(text: str, names: Iterable[Mention]) -> list[Mention]:
    """The names in order, each person's with the alias that follows."""
    found: list[Mention] = []
    for name in names:
        last = found[-1] if found else None
        if last and last.label == name.label == "PERSON" and text[last.end:name.start] in _JOINED:
            found[-1] = replace(last, end=name.end, text=text[last.start:name.end])
        else:
            found.append(name)
    return found
