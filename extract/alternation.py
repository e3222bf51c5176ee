"""A pattern for any of many phrases, shaped as a tree of letters: each letter of a text is looked at once."""

from collections.abc import Iterable
from typing import Any


def tree_of(phrases: Iterable[Iterable[str]]) -> str:
    """The longest of the phrases that fits; a phrase is given as the patterns of its letters, one by one."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, Any]) -> str:
    options = [letter + _branch(rest) for letter, rest in sorted(node.items()) if letter]
    if not options:
        return ""
    if "" in node:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
