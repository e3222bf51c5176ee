"""The cascade in spaCy's own terms."""

import spacy

import extract
from extract.pipeline import pipeline, plain_document, run


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
