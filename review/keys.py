"""What each key does, as printed on the buttons; a reviewer can give other keys, or none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """`name` is what the page calls the deed, `key` what the browser calls the key (KeyboardEvent.key)."""

    name: str
    key: str
    does: str


KEYS = (
    Key("approve", "a", "approve the claim: the words say what it says"),
    Key("reject", "x", "reject it, then 1 to 9 for the reason"),
    Key("skip", " ", "skip it: it stays open"),
    Key("edit", "e", "correct it"),
    Key("undo", "u", "take back what you decided last"),
    Key("flag", "f", "flag it for a second look"),
    Key("comment", "c", "write a comment"),
    Key("next", "j", "the next claim, without deciding"),
    Key("previous", "k", "the claim before, without deciding"),
    Key("turn", "t", "the page's picture, or the extracted text"),
    Key("shrink", "[", "take the last word off the marked words"),
    Key("grow", "]", "add the next word to the marked words"),
    Key("search", "/", "search"),
    Key("help", "?", "this help"),
)
