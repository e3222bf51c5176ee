"""What stands beside a claim."""

from dataclasses import replace
from typing import Any

import pytest

from db import Store, StoreError
from models import Block, Extraction, Page, Word
from tests.ledgers import TEXT, document, extraction


def fill(place: str, text: str = TEXT, **others: Any) -> tuple[Store, str]:
    store = Store(place)
    read, data = document(text, **others)
    return store, store.add(read, data, extraction(), store.start_run("1", "0")).document


def of_event(store: Store, event: str) -> str:
    return next(stored.id for stored in store.claims() if stored.claim.event == event)


def test_text_is_cut_at_code_points(place: str) -> None:
    text = "\U0001f54a\ufe0f e\u0301 и 中 \u202d" + TEXT
    store, name = fill(place, text)
    for start, end in [(0, 1), (1, 5), (0, len(text)), (7, 20), (len(text) - 1, len(text) + 9), (5, 5), (9, 3)]:
        assert store.text_between(name, start, end) == text[start:end]


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_text_with_a_nul_is_cut_too(place: str) -> None:
    store, name = fill(place, "a\0b" + TEXT)
    assert store.text_between(name, 0, 5) == ("a\0b" + TEXT)[:5]


def test_words_of_a_page(place: str) -> None:
    pages = (Page(1, 595.0, 842.0, 0, 32), Page(2, 595.0, 842.0, 32, len(TEXT)))
    words = (Word(0, 5, 1, (72.0, 70.5, 110.25, 82.0)), Word(30, 31, 1, (1.0, 2.0, 3.0, 4.0)),
             Word(40, 42, 2, (72.0, 90.5, 84.25, 102.0)))
    store, name = fill(place, pages=pages, words=words)
    assert store.page_words(name, 1) == (pages[0], words[:2])
    assert store.page_words(name, 2) == (pages[1], words[2:])
    assert store.words_between(name, 31, 40) == ()
    assert store.words_between(name, 30, 41) == words[1:]
    with pytest.raises(StoreError, match="the document has no page 3"):
        store.page_words(name, 3)


BLOCKS = [
    ((Block("paragraph", 0, len(TEXT)),), ["injured", "detained", "charged"]),
    ((Block("paragraph", 0, 127), Block("paragraph", 127, len(TEXT))), ["injured"]),
    ((), []),
]


@pytest.mark.parametrize(("blocks", "expected"), BLOCKS)
def test_claims_of_the_same_sentence(place: str, blocks: tuple[Block, ...], expected: list[str]) -> None:
    store, _ = fill(place, blocks=blocks)
    beside = store.sentence_claims(of_event(store, "killed"))
    assert [stored.claim.event for stored in beside] == expected


def test_a_far_claim_is_not_beside(place: str) -> None:
    found, far = extraction(), TEXT + " " * 400 + "Dozens were injured."
    late = replace(found.claims[1], start=len(far) - 20, end=len(far) - 1, key="late")
    store = Store(place)
    read, data = document(far)
    store.add(read, data, Extraction(claims=(found.claims[0], late)), store.start_run("1", "0"))
    assert store.sentence_claims(of_event(store, "killed")) == []


def test_other_figures_for_the_same_thing(place: str) -> None:
    killed, injured, *_ = extraction().claims
    again, others = replace(killed, key="again", start=40), replace(killed, key="others")
    others = replace(others, counted=replace(killed.counted, lemma="soldier"))
    store = Store(place)
    read, data = document()
    store.add(read, data, Extraction(claims=(killed, again, others, injured)), store.start_run("1", "0"))
    assert [stored.claim.key for stored in store.same_thing(of_event(store, "killed"))] == ["again"]


def test_a_second_reviewer_is_blind(place: str) -> None:
    store, _ = fill(place)
    store.set("required_approvals.killed", "2", "Ana")
    name, other = of_event(store, "killed"), of_event(store, "injured")

    def seen(claim: str, reviewer: str) -> list[str]:
        return [decision.reviewer for decision in store.visible_decisions(claim, reviewer)]

    store.decide(name, "approve", "Ana")
    store.decide(other, "reject", "Ana")
    assert (seen(name, "Ana"), seen(name, "Boris"), seen(other, "Boris")) == (["Ana"], [], ["Ana"])
    store.decide(name, "skip", "Boris")
    assert (seen(name, "Boris"), seen(name, "Zoe")) == (["Boris"], [])
    store.decide(name, "reject", "Boris")
    both = ["Ana", "Boris", "Boris"]
    assert (seen(name, "Ana"), seen(name, "Boris"), seen(name, "Zoe")) == (both, both, both)


def test_what_was_said_before_a_new_reading_is_seen(place: str) -> None:
    store, _ = fill(place)
    store.set("required_approvals", "2", "Ana")
    name = of_event(store, "killed")
    store.decide(name, "approve", "Ana")
    changed = replace(extraction().claims[0], confidence=0.5, key="other")
    read, _ = document()
    store.rerun(read, Extraction(claims=(changed,)), store.start_run("2", "0"))
    made = store.visible_decisions(of_event(store, "killed"), "Boris")
    assert [(decision.reviewer, decision.standing) for decision in made] == [("Ana", False)]
