"""Words that make a number a part of the one before it: "of them", "including"."""

from functools import cache

from extract.claims.draft import Draft, Sentence
from extract.claims.leaning import index_of, is_included
from models.rules import load


def is_subset(draft: Draft, sentence: Sentence) -> bool:
    """ "of them", "of whom", "including", "among them" at the number."""
    behind, inside, ahead = _subset_phrases()
    if draft.group.text.lower().endswith(inside):
        return True
    index = index_of(sentence.groups, draft.group)
    after = " ".join(g.head or g.text.lower() for g in sentence.groups[index + 1 : index + 3]).lower()
    if after.startswith(behind):
        return True
    before = " ".join(g.text.lower() for g in sentence.groups[max(0, index - 3) : index])
    return before.endswith(ahead) or is_included(draft, sentence)


@cache
def _subset_phrases() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What may stand behind the number, at its group's end, and ahead of it."""
    words = load("words/subsets")
    return tuple(words["after"]), tuple(f" {phrase}" for phrase in words["after"]), tuple(words["before"])


def of_the_uncounted(draft: Draft, previous: Draft, sentence: Sentence) -> bool:
    """ "Nine men died. There were raids, including one at dawn": a part of what this sentence names with no number."""
    index = index_of(sentence.groups, draft.group)
    led = index > 1 and sentence.groups[index - 1].head == "including"
    if not led or previous.sentence is sentence:
        return False
    ahead = [group for group in sentence.groups[: index - 1] if group.kind == "NG"]
    return bool(ahead) and ahead[-1].number is None and "people" not in ahead[-1].flags
