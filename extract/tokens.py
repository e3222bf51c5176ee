"""spaCy's English tokenizer with words left whole at hyphens, as the rules count on."""

from typing import Any

from spacy.attrs import IDX, LENGTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

KEPT = 100_000  # writings that are remembered; the words of a language are far fewer


class RememberingTokenizer(Tokenizer):  # type: ignore[misc]
    """Cuts each writing once.

    spaCy's own stops remembering at the first special case of a text, such as "don't", and looks for the affixes of
    every later word anew: most of its time on a judgment. So each new writing is shown to it by itself before.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._shown: set[str] = set()

    def __call__(self, string: str) -> Doc:
        if len(self._shown) < self.max_cache_size:
            for writing in set(string.split()) - self._shown:
                super().__call__(writing)
                self._shown.add(writing)
        doc: Doc = super().__call__(string)
        return doc


class Tokens:
    """Where the tokens of a text stand; their texts are cut where they are read, since a Token each is slow."""

    def __init__(self, text: str, doc: Doc) -> None:
        self.text = text
        self._starts, self._lengths = doc.to_array([IDX, LENGTH]).T

    def between(self, start: int, end: int) -> tuple[list[int], list[int]]:
        """The starts of the tokens that begin in this part of the text, and their lengths."""
        first, last = self._starts.searchsorted([start, end])
        return self._starts[first:last].tolist(), self._lengths[first:last].tolist()


def make_tokenizer(nlp: Language) -> Tokenizer:
    """The pipeline's tokenizer without the infix rule that cuts "ill-treatment" at its hyphen."""
    plain = nlp.tokenizer
    assert isinstance(plain, Tokenizer)
    infixes = [rule for rule in nlp.Defaults.infixes or [] if "(?:-|–|—|--|---|——|~)" not in str(rule)]
    own = [r"(?<=\w)(?:—|--|---|——)(?=\w)", r"(?<=[a-z][a-z])[.,;:](?=\d{1,3}$)"]  # a footnote's number: "men.3"
    find_infixes = compile_infix_regex([*infixes, *own]).finditer
    return RememberingTokenizer(
        nlp.vocab, plain.rules, plain.prefix_search, plain.suffix_search, find_infixes, plain.token_match,
        plain.url_match, max_cache_size=KEPT,
    )
