"""What each key does, as printed on the buttons; a reviewer can give other keys, or none."""

from collections.abc import Mapping
from dataclasses import dataclass

OFF = "off"


@dataclass(frozen=True, slots=True)
class Key:
    """`name` is what the page calls the deed, `key` what the browser calls the key (KeyboardEvent.key)."""

    name: str
    key: str
    does: str


KEYS = (
    Key("approve", "a", "approve the claim: the words say what it says"),
    Key("reject", "x", "reject it, then 1 to 9 for the reason"),
    Key("skip", " ", "skip it: it stays undecided"),
    Key("edit", "e", "correct it"),
    Key("undo", "u", "take back what you decided last"),
    Key("flag", "f", "flag it for a second look"),
    Key("comment", "c", "write a comment"),
    Key("missed", "m", "add a claim that was missed"),
    Key("next", "j", "the next claim, without deciding"),
    Key("previous", "k", "the claim before, without deciding"),
    Key("turn", "t", "the page's picture, or the extracted text"),
    Key("shrink", "[", "take the last word off the marked words"),
    Key("grow", "]", "add the next word to the marked words"),
    Key("search", "/", "search"),
    Key("help", "?", "help"),
)
REASONS = "123456789"  # these keys give the reason of a rejection


class NoKey(ValueError):
    """The keys cannot be so. The message is one sentence."""


def chosen(preferences: Mapping[str, str]) -> dict[str, str]:
    """The key of each deed, empty for none."""
    if preferences.get("keys") == OFF:
        return dict.fromkeys((key.name for key in KEYS), "")
    return {key.name: preferences.get(f"key.{key.name}", key.key) for key in KEYS}


def wanted(form: Mapping[str, str]) -> dict[str, str]:
    """The preferences that a form asks for. Raises NoKey for two deeds with one key, and for what is no key."""
    asked = {key.name: _key(form.get(f"key.{key.name}", key.key)) for key in KEYS}
    used = [key for key in asked.values() if key]
    if twice := next((key for key in used if used.count(key) > 1), None):
        raise NoKey(f"two deeds cannot have the key {twice!r}: give one of them another")
    kept = {f"key.{key.name}": asked[key.name] for key in KEYS if asked[key.name] != key.key}
    return kept | ({} if form.get("on") else {"keys": OFF})


def _key(typed: str) -> str:
    key = " " if typed.strip().lower() == "space" or typed == " " else typed.strip()
    if len(key) > 1 or (key and (key in REASONS or not key.isprintable())):
        raise NoKey(f"{typed!r} is no key for that: type one letter or sign, no digit, or leave it empty")
    return key
