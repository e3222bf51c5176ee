"""What is kept comes back, once."""

import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import AmbiguousId, Filters, Store, StoreError, UnknownId
from db.identity import claim_hash
from models import Block, Case, Document, Extraction, Party
from tests.ledgers import TEXT, document, extraction


@pytest.fixture
def store(place: str) -> Store:
    return Store(place)


@pytest.fixture
def kept(store: Store) -> Store:
    """A store with one document and its extraction."""
    read, data = document()
    store.add(read, data, extraction(), store.start_run("1.0", "0" * 64), "belora.txt")
    return store


def ids(store: Store, filters: Filters | None = None) -> list[str]:
    return [stored.id for stored in store.claims(filters)]


def test_document_comes_back(kept: Store) -> None:
    read, data = document()
    (entry,) = kept.documents()
    assert kept.document(entry.id) == read
    assert kept.extraction(entry.id) == extraction()
    assert kept.text(entry.id) == TEXT
    assert kept.source(entry.id) == data
    assert (entry.name, entry.claims, entry.numerals, entry.unread) == ("belora.txt", 4, 3, 1)


def test_claims_come_back_in_the_order_of_the_text(kept: Store) -> None:
    assert [stored.claim for stored in kept.claims()] == list(extraction().claims)
    assert {stored.state for stored in kept.claims()} == {"open"}


def test_same_bytes_are_known(kept: Store) -> None:
    read, data = document()
    before, status = ids(kept), kept.status()
    added = kept.add(read, data, extraction(), kept.start_run("2.0", "1" * 64), "copy.txt")
    assert not added.new
    assert added.document == kept.known(read.sha256)
    assert (ids(kept), kept.status()) == (before, status)


def test_a_decision_keeps_its_card(store: Store) -> None:
    read, data = document(kind="decision")
    card = Case(court="High Court", decided=date(2020, 2, 3), parties=(Party("A", "applicant"),))
    added = store.add(read, data, replace(extraction(), case=card), store.start_run("1", "0"))
    assert store.extraction(added.document).case == card


def test_unknown_bytes_are_not_known(kept: Store) -> None:
    assert kept.known("f" * 64) is None


def test_bytes_must_be_those_of_the_document(store: Store) -> None:
    read, _ = document()
    with pytest.raises(StoreError, match=r"a\.txt changed while it was read"):
        store.add(read, b"other", extraction(), store.start_run("1", "0"), "a.txt")
    assert store.status().documents == 0


def test_ids_are_the_same_in_every_ledger(kept: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other.db")
    read, data = document("Another text, first.")
    other.add(read, data, Extraction(), other.start_run("9", "9"))
    read, data = document()
    other.add(read, data, extraction(), other.start_run("9", "9"))
    assert ids(other) == ids(kept)
    assert other.documents()[1].id == kept.documents()[0].id


def test_claims_of_one_key_have_their_own_ids(store: Store) -> None:
    read, data = document()
    claim = extraction().claims[0]
    store.add(read, data, Extraction(claims=(claim, claim, claim)), store.start_run("1", "0"))
    assert len(set(ids(store))) == 3


def test_a_key_that_was_seen_before_is_counted_on(kept: Store) -> None:
    key = next(kept.claims()).claim.key
    for number in (1, 2):
        read, data = document(f"Text {number}, which is another one, long enough for all of these claims. {TEXT}")
        added = kept.add(read, data, extraction(), kept.start_run("1", "0"))
        (found,) = [made.id for made in kept.claims(Filters(document=added.document)) if made.claim.key == key]
        assert found == "c" + claim_hash(key, number)[:5]


def test_an_id_grows_until_it_is_unique(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.keep.claim_hash", lambda key, repeat: f"abcdef{key[-1]}" * 8)
    read, data = document()
    store.add(read, data, extraction(), store.start_run("1", "0"))
    assert len(set(ids(store))) == 4
    assert min(map(len, ids(store))) == 6
    assert store.claim("cabcde").id == "cabcde"  # the whole of one id, the beginning of others


@pytest.mark.parametrize("length", [3, 5, 6])
def test_a_unique_beginning_of_an_id_is_enough(kept: Store, length: int) -> None:
    assert kept.claim(ids(kept)[0][:length]).claim.key == "killed-23"


@pytest.mark.parametrize("given", ["czzz", "", "%", "_", "c%", "' OR 1=1"])
def test_unknown_ids(kept: Store, given: str) -> None:
    with pytest.raises(UnknownId, match="no claim has the id"):
        kept.claim(given)


def test_ambiguous_id(kept: Store) -> None:
    with pytest.raises(AmbiguousId, match="'c' is the beginning of several claim ids: c"):
        kept.claim("c")


FILTERS = [
    (Filters(), 4), (Filters(event="killed"), 1), (Filters(event="fined"), 0), (Filters(state="open"), 4),
    (Filters(state="verified"), 0), (Filters(event="killed", state="open", document="d"), 1),
]


@pytest.mark.parametrize(("filters", "number"), FILTERS)
def test_filters(kept: Store, filters: Filters, number: int) -> None:
    assert len(ids(kept, filters)) == number


def test_filter_by_an_unknown_document(kept: Store) -> None:
    with pytest.raises(UnknownId, match="no document has the id 'dzz'"):
        ids(kept, Filters(document="dzz"))


def test_status(kept: Store) -> None:
    kept.decide(ids(kept)[0], "approve", "Ana")
    status = kept.status()
    assert (status.documents, status.mentions, status.claims, status.decisions) == (1, 2, 4, 1)
    assert status.states == {"open": 3, "verified": 1}
    assert status.events["killed"] == {"verified": 1}
    assert status.fates == {"claim": 1, "date": 1, "unread": 1}


def test_page_of_an_offset(kept: Store) -> None:
    (entry,) = kept.documents()
    assert kept.page(entry.id, 40) == document()[0].pages[0]
    assert kept.page(entry.id, len(TEXT) + 1) is None


def test_runs(store: Store) -> None:
    number = store.start_run("1.0", "a" * 64)
    assert store.runs()[0].finished_at is None
    store.finish_run(number)
    (run,) = store.runs()
    assert (run.number, run.code_version, run.rules_sha256) == (number, "1.0", "a" * 64)
    assert run.finished_at is not None and run.finished_at >= run.started_at


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_the_owner_reads_the_file(store: Store) -> None:
    assert stat.S_IMODE(os.stat(store.name).st_mode) == 0o600


@settings(max_examples=40)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), name=st.text(st.characters(codec="utf8")))
def test_any_text_comes_back(text: str, name: str) -> None:
    read, data = document(text, title=name, blocks=(Block("paragraph", 0, len(text)),))
    with Store("sqlite://") as store:
        added = store.add(read, data, Extraction(), store.start_run("1", "0"), name)
        kept: Document = store.document(added.document)
        assert kept == read
        assert store.documents()[0].name == name
