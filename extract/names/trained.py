"""The door for trained models: an installed spaCy pipeline proposes more names; what rules found stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language

from extract.errors import PipelineError
from models.mention import Mention
from models.vocabulary import Label

_LABELS: dict[str, Label] = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC"}
_NOT_NEEDED = ["tagger", "parser", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "trainable_lemmatizer"]
_CHUNK = 50_000  # characters given to the pipeline at once, cut at the end of a line


def with_proposals(text: str, mentions: Sequence[Mention], taken: Sequence[Mention], package: str) -> list[Mention]:
    """The mentions, and the trained pipeline's PERSON, ORG, GPE and LOC that touch neither them nor `taken`, in order.

    The rule of an added mention is "ner:" and the pipeline's name with its version. Raises PipelineError.
    """
    known = sorted([*mentions, *taken], key=lambda mention: mention.start)
    ends = [mention.end for mention in known]
    added = []
    for mention in _proposed(text, trained(package)):
        at = bisect_right(ends, mention.start)
        if at == len(known) or known[at].start >= mention.end:
            added.append(mention)
    return sorted([*mentions, *added], key=lambda mention: mention.start)


@cache
def trained(package: str) -> Language:
    """The pipeline of that name or folder, loaded once, without the parts that names do not need."""
    try:
        return spacy.load(package, exclude=_NOT_NEEDED)
    except (OSError, ImportError, ValueError) as error:
        raise PipelineError(
            f"the spaCy pipeline {package} cannot be loaded ({type(error).__name__}): "
            "install it with pip, for this version of spaCy, or give its folder"
        ) from None


def _proposed(text: str, nlp: Language) -> Iterator[Mention]:
    rule = f"ner:{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
    for start, piece in _pieces(text):
        for span in nlp(piece).ents:
            words = span.text.strip()
            label = _LABELS.get(span.label_)
            if label and words and "\n\n" not in words:
                begin = start + span.start_char + span.text.index(words)
                yield Mention(label, begin, begin + len(words), words, " ".join(words.split()), rule)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + _CHUNK) + 1 if len(text) - start > _CHUNK else len(text)
        end = end if end > start else min(len(text), start + _CHUNK)
        yield start, text[start:end]
        start = end
