"""spaCy's English tokenizer with words left whole at hyphens, as the rules count on."""

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex


def make_tokenizer(nlp: Language) -> Tokenizer:
    """The pipeline's tokenizer without the infix rule that cuts "ill-treatment" at its hyphen."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    infixes = [rule for rule in nlp.Defaults.infixes or [] if "(?:-|–|—|--|---|——|~)" not in str(rule)]
    own = [r"(?<=\w)(?:—|--|---|——)(?=\w)", r"(?<=[a-z][a-z])[.,;:](?=\d{1,3}$)"]  # a footnote's number: "men.3"
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *own]).finditer
    return tokenizer
