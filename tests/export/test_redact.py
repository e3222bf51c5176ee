"""`--redact names`: no name is left anywhere, the same person has the same label, and every check still holds."""

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store
from export import FORMATS, BadOption, Options, evidence_pack, export, facts
from export.pack import verify
from export.redact.mask import Mask, Masked
from export.redact.names import forms
from models import Block, Case, Claim, Counted, Extraction, Mention, Numeral, Place, Quantity, Source, Span, When
from models.case import Party
from tests.ledgers import document

TEXT = (
    "BRANDT v. THE STATE\n"
    "Orla Brandt said that May Twelve of her men were killed near Brandt Street in May 2021. "
    "Dr Brandt's lawyer, Iven Moss, counted 12 men. The mosses grew. "
)
NAMES = ("Brandt", "BRANDT", "Orla", "Iven", "Moss")
PUT = (
    "[Person 1] v. THE STATE\n"
    "[Person 1] said that May Twelve of her men were killed near [Person 1] Street in May 2021. "
    "Dr [Person 1]'s lawyer, [Person 2], counted 12 men. The mosses grew. "
)
REDACTED = Options(everything=True, names=True, redact="names")


def place(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def mention(label: str, words: str, canonical: str, after: int = 0) -> Mention:
    where = place(words, after)
    return Mention(label, where.start, where.end, words, canonical, "a-rule")  # type: ignore[arg-type]


def found() -> Extraction:
    number, said, street = place("Twelve"), place("Orla Brandt"), place("Brandt Street")
    start, end = said.start, place("2021").end
    killed = Claim(
        start, end, number, Quantity(wording="Twelve"), "count", Counted("men of Brandt", "man", None), "killed",
        "affirmed", "stated", Source("Orla Brandt", "speaker", said, ("Iven Moss",)), "some-rule", 0.9, "k1",
        evidence={"number": number, "source": said}, place=Place("Brandt Street", None, street),
        happened=When("2021-05", "month", place("May 2021")),
    )
    return Extraction(
        mentions=(
            mention("PERSON", "Orla Brandt", "Orla Brandt"), mention("PERSON", "Brandt", "Orla Brandt", 60),
            mention("PARTY", "BRANDT", "BRANDT"), mention("PARTY", "THE STATE", "THE STATE"),
            mention("PERSON", "Iven Moss", "Iven Moss"), mention("PERSON", "May Twelve", "May Twelve"),
            mention("DATE", "May 2021", "2021-05"),
        ),
        claims=(killed,), numerals=(Numeral(number.start, number.end, "Twelve", None, "claim", "k1"),),
        case=Case(name="Brandt v. The State", parties=(Party("Orla Brandt", "appellant"), Party("The State"))),
    )


@pytest.fixture
def named(tmp_path: Path) -> Store:
    """A ledger with one decision that is full of names, and a reviewer who gives one as a reason."""
    read, data = document(
        TEXT, blocks=(Block("paragraph", 0, len(TEXT)),), words=(), title="Brandt v. The State",
        url="https://example.org/orla-brandt", publisher="Moss & Sons",
    )
    store = Store(tmp_path / "ledger.db")
    store.add(read, data, found(), store.start_run("1", "a" * 64), "brandt.txt")
    store.decide(next(store.claims()).id, "approve", "Ana Lima", "Moss says so too")
    return store


def unpacked(path: Path) -> bytes:
    """What a person can find in the file."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with ZipFile(path) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("suffix", sorted(made.suffix for made in FORMATS.values()))
def test_no_name_is_left(named: Store, tmp_path: Path, suffix: str) -> None:
    assert export(named, tmp_path / f"a{suffix}", REDACTED) == 1
    data = unpacked(tmp_path / f"a{suffix}")
    assert [name for name in NAMES if name.encode() in data] == []
    assert b"[Person 1]" in data


def test_what_a_fact_says(named: Store) -> None:
    (fact,) = facts(named, REDACTED)
    record = fact.record
    assert (record["attribution"], record["attribution_chain"]) == ("[Person 1]", ["[Person 2]"])
    assert (record["document_title"], record["document_url"]) == ("[Person 1] v. The State", None)
    assert (record["counted"], record["place"]) == ("men of [Person 1]", "[Person 1] Street")
    assert (record["event_date_raw"], record["value_raw"]) == ("May 2021", "Twelve")
    assert record["verified_by_1"] == "Ana Lima"
    assert fact.decisions[0]["reason"] == "[Person 2] says so too"


def test_spans_are_where_their_words_are(named: Store) -> None:
    (fact,) = facts(named, REDACTED)
    text, record, claim = fact.reading.text, fact.record, fact.claim
    assert text == PUT
    assert text[record["char_start"]:record["char_end"]] == record["quote"]
    assert text[:record["char_start"]].endswith(record["quote_prefix"])
    for span, words in ((claim["number"], "Twelve"), (claim["source"]["span"], "[Person 1]")):
        assert text[span["start"]:span["end"]] == words


def test_a_pack_holds(named: Store, tmp_path: Path) -> None:
    evidence_pack(named, tmp_path / "pack", REDACTED)
    assert list(verify.problems(tmp_path / "pack")) == []
    files = [path for path in (tmp_path / "pack").rglob("*") if path.is_file()]
    assert [(path.name, name) for path in files for name in NAMES if name.encode() in unpacked(path)] == []
    assert "replaced by [Person 1]" in (tmp_path / "pack" / "README.md").read_text(encoding="utf8")
    events = [json.loads(line) for line in (tmp_path / "pack" / "data" / "events.jsonl").open(encoding="utf8")]
    assert all("who" not in event for event in events)


def test_the_same_name_has_the_same_label_in_every_document(named: Store) -> None:
    text = "Mr Moss counted 7 men."
    read, data = document(text, blocks=(Block("paragraph", 0, len(text)),), words=())
    where = Span(text.index("7"), text.index("7") + 1)
    claim = replace(found().claims[0], start=0, end=len(text), number=where, source=Source("Iven Moss", "speaker"),
                    place=None, happened=None, evidence={}, key="k2")
    moss = Mention("PERSON", 3, 7, "Moss", "Iven Moss", "a-rule")
    named.add(read, data, Extraction((moss,), (claim,)), named.start_run("1", "a" * 64), "b.txt")
    assert [fact.record["quote"] for fact in facts(named, REDACTED)][1] == "Mr [Person 2] counted 7 men."


def test_conditions_are_on_what_is_in_the_ledger_but_not_told(named: Store, tmp_path: Path) -> None:
    options = replace(REDACTED, where=("source~Brandt",))
    assert export(named, tmp_path / "a.html", options) == 1
    assert "Brandt" not in (tmp_path / "a.html").read_text(encoding="utf8")


def test_only_names_can_be_redacted() -> None:
    with pytest.raises(BadOption, match="'name' is no kind of redaction: did you mean names"):
        Options(redact="name")


@given(st.text("ab ", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_offsets_move_with_their_words(text: str, start: int, end: int) -> None:
    masked = Mask({"ab": "ab"}, lambda name: "[long]").text(text, [(3, 4)])
    assert masked.text.replace("[long]", "ab") == text
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    words = masked.text[masked.start(start):masked.end(end)]
    assert text[start:end] in words.replace("[long]", "ab") or start == end


@pytest.mark.parametrize(("offset", "start", "end"), [(0, 0, 0), (2, 2, 2), (3, 2, 8), (4, 8, 8), (5, 9, 9)])
def test_a_name_is_never_divided(offset: int, start: int, end: int) -> None:
    masked = Masked("a Xy b", [(2, 4, "[long]")])
    assert (masked.text, masked.start(offset), masked.end(offset)) == ("a [long] b", start, end)


def test_forms() -> None:
    assert forms({"Dr van der Linde": "Anna van der Linde"}).keys() == {
        "Dr van der Linde", "DR VAN DER LINDE", "Anna van der Linde", "ANNA VAN DER LINDE", "Anna", "ANNA",
        "Linde", "LINDE",
    }


def test_a_name_in_capitals_is_found_without_them() -> None:
    mask = Mask(forms({"ILSE MORVANE": "ILSE MORVANE"}), lambda name: "[X]")
    assert mask.words("ILSE MORVANE v. STATE: Ilse Morvane, Mrs Morvane, morvane") == (
        "[X] v. STATE: [X], Mrs [X], morvane"
    )
