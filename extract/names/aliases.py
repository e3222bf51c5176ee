"""A name written with another name of the same person: "Olga Brevik alias Marta Sund", "Olga “Ola” Brevik"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.mention import Mention

_JOINED = frozenset((" alias ", " @ ", " @", "@", " a.k.a. ", " aka ", " Alias ", " ALIAS "))
_NICKNAME = re.compile(r"\s[“\"‘'][A-Z][\w.]{1,14}[”\"’'](?:\s[A-Z][\w’'-]+)+")


def with_aliases(text: str, names: Iterable[Mention]) -> list[Mention]:
    """The names in order, each person's with the alias that follows, and with the nickname inside it."""
    found: list[Mention] = []
    for name in names:
        last = found[-1] if found else None
        if last and last.label == name.label == "PERSON" and text[last.end:name.start] in _JOINED:
            found[-1] = replace(last, end=name.end, text=text[last.start:name.end])
        elif last is None or name.start >= last.end:
            found.append(_with_nickname(text, name))
    return found


def _with_nickname(text: str, name: Mention) -> Mention:
    """ "Olga “Ola” Brevik": what follows the nickname is the family name."""
    if name.label != "PERSON" or text[name.end + 1:name.end + 2] not in ("“", '"', "‘", "'"):
        return name
    match = _NICKNAME.match(text, name.end, name.end + 60)
    return replace(name, end=match.end(), text=text[name.start:match.end()],
                   canonical=f"{name.canonical}{match[0]}") if match else name
