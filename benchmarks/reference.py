"""What a user would take instead: a spaCy pipeline of the small English model's architecture.

Sizes from the published configuration of `en_core_web_sm`: one tok2vec (width 96, depth 4, hashed embeddings of
six attributes) that tagger and parser share, and a second one inside the named-entity recogniser; as many labels each.
The weights are random, so only its speed means something. Its attribute ruler and lemmatizer are left out,
which makes it a little faster than the real one.
"""

from collections.abc import Mapping
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.training import Example

TAGS, DEPENDENCIES, ENTITIES = 50, 45, 18
SHARED = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500, "SPACY": 50, "IS_SPACE": 50}
ENTITY = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
ARCHITECTURE = "tok2vec (width 96, depth 4), tagger, parser, ner; random weights, so only its speed means something"
WORDS = ("Families", "asked", "the", "court")


def pipeline() -> Language:
    """tok2vec, tagger, parser and ner; every label is seen once, in a sentence of four words."""
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp = English()
    nlp.add_pipe("tok2vec", config={"model": embedding(SHARED)})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": transitions("parser", listener), "min_action_freq": 1})
    nlp.add_pipe("ner", config={"model": transitions("ner", embedding(ENTITY))})
    nlp.initialize(lambda: [example(nlp, number) for number in range(TAGS)])
    return nlp


def embedding(rows: Mapping[str, int]) -> dict[str, Any]:
    """Hashed embeddings of these attributes with so many rows each, then four convolutions."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "attrs": list(rows), "rows": list(rows.values()),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4,
            "window_size": 1, "maxout_pieces": 3,
        },
    }


def transitions(state: str, tok2vec: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "tok2vec": tok2vec,
    }


def example(nlp: Language, number: int) -> Example:
    """A sentence that shows the numbered label of each kind; smaller label sets start anew when they are used up."""
    return Example.from_dict(
        nlp.make_doc(" ".join(WORDS)),
        {
            "tags": [f"T{number % TAGS}"] * 4,
            "heads": [1, 1, 3, 1],
            "deps": [f"d{number % DEPENDENCIES}", "ROOT", f"d{number % DEPENDENCIES}", f"d{number % DEPENDENCIES}"],
            "entities": [(0, len(WORDS[0]), f"E{number % ENTITIES}")],
        },
    )
