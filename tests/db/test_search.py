"""Words are found where they stand, and are never commands."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db import Store
from db.connect import address, engine
from db.passages import LONGEST, passages
from models import Block, Extraction
from tests.ledgers import TEXT, document, extraction


@pytest.fixture
def store(place: str) -> Store:
    """Two documents, one of them of other words."""
    made = Store(place)
    run = made.start_run("1", "0")
    read, data = document()
    made.add(read, data, extraction(), run, "belora.txt")
    other = "Café closed; the U.N. spoke of AND OR NOT.\nNearby students’ café.\nFooter of students"
    lines = [(0, 42), (43, 66), (67, len(other))]
    kinds = ("paragraph", "list_item", "footer")
    blocks = tuple(Block(kind, *ends) for kind, ends in zip(kinds, lines, strict=True))  # type: ignore[arg-type]
    read, data = document(other, blocks=blocks)
    made.add(read, data, Extraction(), run, "other.txt")
    return made


def found(store: Store, words: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.start) for hit in store.search(words)]


SEARCHES: list[tuple[str, list[tuple[str, int]]]] = [
    ("civilians", [("text", 31), ("claim", 32 - 1)]), ("CIVILIANS killed", [("text", 31), ("claim", 31)]),
    ("killed mayor", [("text", 31)]), ("clashes", [("text", 0)]), ("nothing", []), ("civilians nothing", []),
    ("and or not", [("text", 0)]), ("café", [("text", 0), ("text", 43)]), ("u.n.", [("text", 0)]),
    ("footer", []), ("rioting”.", [("text", 31)]), ("", []), (" \t ", []), ("*", []), ("- ( \" )", []),
]


@pytest.mark.parametrize(("words", "expected"), SEARCHES)
def test_search(store: Store, words: str, expected: list[tuple[str, int]]) -> None:
    assert found(store, words) == expected


def test_a_hit_says_where_it_stands(store: Store) -> None:
    first, second = store.search("civilians")
    entry, claim = store.documents()[0], next(store.claims())
    assert (first.document, first.text, first.claim) == (entry.id, TEXT[31:], None)
    assert (second.document, second.text, second.claim) == (entry.id, TEXT[31:64], claim.id)
    assert store.text_between(entry.id, second.start, second.end) == second.text


def test_only_some(store: Store) -> None:
    first, second = (entry.id for entry in store.documents())
    assert [hit.document for hit in store.search("students")] == [first, first, second]
    assert [hit.document for hit in store.search("students", document=second)] == [second]
    assert [hit.document for hit in store.search("students", limit=1)] == [first]
    assert store.search("students", limit=0) == []
    assert store.search("clashes", document=second) == []


HOSTILE = [
    "killed NEAR(mayor, 5)", "words:killed", "killed*", '"killed', "killed\"\"", "^killed", "- killed", "killed -mayor",
    "{a b}: killed", "killed & mayor | x", "kill:*", "'; DROP TABLE claim; --", "%", "\0killed", "kil\0led", "\ud800",
    "\u202ekilled", "a" * 100_000, "a " * 50_000, "\\", "killed\\", "(((((", "🜃",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(store: Store, words: str) -> None:
    before = store.status()
    assert all("killed" in hit.text for hit in store.search(words))
    assert store.status() == before


@settings(max_examples=30)
@given(st.text())
def test_anything_can_be_asked(words: str) -> None:
    with Store("sqlite://") as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1", "0"))
        store.search(words)
        there = TEXT.lower().replace(",", " ").replace(".", " ").split()
        for word in [word for word in words.split() if word.isascii() and word.isalnum()]:
            assert bool(store.search(word)) == (word.lower() in there)


def test_what_was_read_again_is_found_as_it_is_now(store: Store) -> None:
    read, _ = document(TEXT.replace("mayor", "sheriff"), data=TEXT.encode())
    store.rerun(read, replace(extraction(), claims=()), store.start_run("2", "0"))
    assert (found(store, "mayor"), found(store, "sheriff")) == ([], [("text", 31)])
    assert found(store, "civilians") == [("text", 31)], "a claim that is no more is not found"
    assert store.verify().problems == ()


def test_a_decided_claim_whose_words_are_gone_is_found(store: Store) -> None:
    killed = next(store.claims()).id
    store.decide(killed, "approve", "Ana")
    read, _ = document("Nothing is left of it.", data=TEXT.encode())
    store.rerun(read, Extraction(), store.start_run("2", "0"))
    assert [(hit.kind, hit.claim) for hit in store.search("civilians")] == [("claim", killed)]
    assert store.search("students", document=store.documents()[0].id) == []


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("statements", "sentence"), [
    (["DELETE FROM passage WHERE id = 2"], "a search does not find all of document"),
    (["UPDATE passage SET words = 'other' WHERE id = 2"], "a search does not find all of document"),
    (["INSERT INTO passage_search (passage_search) VALUES ('delete-all')"], "the search index of passages is damaged"),
    (["INSERT INTO passage_search (passage_search, rowid, words) VALUES ('delete', 2, 'students')"],
     "the search index of passages is damaged"),
])
def test_a_damaged_index_is_found_and_mended(store: Store, statements: list[str], sentence: str) -> None:
    with engine(address(store.name), 1).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    assert sentence in "\n".join(store.verify().problems)
    store.rebuild()
    assert store.verify().problems == ()
    assert found(store, "civilians") == [("text", 31), ("claim", 31)]


def test_a_long_block_is_cut_at_spaces() -> None:
    long = "word " * 5_000
    pieces = passages(long, "[]")
    assert "".join(words for _, _, words in pieces) == long
    assert max(len(words) for _, _, words in pieces) <= LONGEST
    assert {word for _, _, words in pieces for word in words.split()} == {"word"}
    assert [words for _, _, words in passages("x" * (LONGEST + 1), "[]")] == ["x" * LONGEST, "x"]
