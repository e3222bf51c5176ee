"""The cascade in spaCy's own terms."""

import spacy
from spacy.tokenizer import Tokenizer

import extract
from extract.pipeline import pipeline, plain_document, run
from extract.tokens import make_tokenizer


def test_every_rule_holds_on_its_examples() -> None:
    for _ in range(2):  # a call must not change what the next one finds
        assert [f"{p.rule}: {p.example}: {p.reason}" for p in extract.check()] == []


def test_results_stand_where_spacy_users_look() -> None:
    doc = run(plain_document("On 5 May 2021, 12 people were killed in Lima."))
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("5 May 2021", "DATE"), ("Lima", "GPE")]
    assert [span.label_ for span in doc.spans["claims"]] == ["killed"]
    assert doc._.claims[0].quantity.low == 12


def test_the_components_run_in_another_pipeline() -> None:
    nlp = spacy.blank("en")
    for name in pipeline().pipe_names:
        nlp.add_pipe(name)
    assert [claim.event for claim in nlp("Gunmen abducted 40 girls.")._.claims] == ["abducted"]


def test_words_are_left_whole_at_hyphens() -> None:
    words = [token.text for token in pipeline().make_doc("Ill-treatment of 34-year-old men—two in all")]
    assert words[0] == "Ill-treatment" and "—" in words


def test_words_behind_a_special_case_are_cut_once() -> None:
    asked: list[str] = []
    tokenizer = make_tokenizer(spacy.blank("en"))
    suffix = tokenizer.suffix_search

    def counted(word: str) -> object:
        asked.append(word)
        return suffix(word)

    tokenizer.suffix_search = counted
    text = "They don't answer, “nor will they”, wrote the lawyers at 5 p.m. (in May). Nobody answers."
    words = [token.text for token in tokenizer(text)]
    asked.clear()
    assert [token.text for token in tokenizer(text)] == words
    assert not asked


def test_tokens_are_those_of_spacy() -> None:
    ours = make_tokenizer(spacy.blank("en"))
    affixes = (ours.prefix_search, ours.suffix_search, ours.infix_finditer)
    plain = Tokenizer(ours.vocab, ours.rules, *affixes, ours.token_match, ours.url_match)
    text = "“We can't” (Mr. O'Neill’s words), e.g. on 5/6/2021 at 10:30a.m. -- see www.a.org/b?c=d; :) US-led,\tend.\n"
    for part in (text, text.upper(), text * 2, "", " ", "\n\n"):
        ways = [[(t.idx, t.text, t.whitespace_, t.norm_) for t in cut(part)] for cut in (ours, plain)]
        assert ways[0] == ways[1]
