"""Conditions, columns and codebooks: what is asked for, and what is said of a wrong word."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store
from export import BadOption, ExportError, Options, UnknownFormat, columns, export, facts
from export.edtf import bounds
from export.where import condition, parse
from models import rules

BY_CONDITION = [
    ((), ["killed", "injured", "detained", "charged"]),
    (("event=killed",), ["killed"]),
    (("event = KILLED|charged",), ["killed", "charged"]),
    (("event!=killed", "event!=charged"), ["injured", "detained"]),
    (("place=belora",), ["killed"]),
    (("place=",), ["injured", "detained", "charged"]),
    (("date>=2021-05",), ["killed"]),
    (("date>2021-05",), []),
    (("date<=2021",), ["killed"]),
    (("date<2021-05-04",), []),
    (("value_min>=12",), ["killed", "detained"]),
    (("value_max<20",), ["charged"]),
    (("source~TAMAR",), ["injured", "detained", "charged"]),
    (("reviewer=reviewer 2",), ["killed"]),
    (("state=rejected",), ["injured"]),
    (("charges=rioting",), ["charged"]),
    (("approximate=false", "page=1", "confidence>0.5", "vague=dozens"), ["injured"]),
    (("document=d", ), []),
    (("rule_id>a",), ["killed", "injured", "detained", "charged"]),
    (("event=killed or event=charged",), ["killed", "charged"]),
    (("event=killed or event=charged and page=2",), ["killed"]),
    (("(event=killed or event=charged) AND page=2",), []),
    (("not (event=killed or event=charged) and value_max>1",), ["detained"]),
    (("not not event=killed",), ["killed"]),
    (('quote~"students" or place="Belora"',), ["killed", "detained"]),
    (('quote~"12 and 20"',), ["detained"]),
    (("quote~12 and 20",), ["detained"]),  # no condition follows the "and"
    (("(quote~between 12 and 20 and value_min=12)",), ["detained"]),
    (('quote~"a ""quoted"" word" or event=injured',), ["injured"]),
]


@pytest.mark.parametrize(("where", "events"), BY_CONDITION)
def test_where(store: Store, where: tuple[str, ...], events: list[str]) -> None:
    found = facts(store, Options(everything=True, where=where))
    assert [fact.record["event"] for fact in found] == events


@given(st.text(max_size=30))
def test_any_value_can_be_asked_for(words: str) -> None:
    asked = parse(f"{condition('quote', '=', words)} and page=1")
    record = dict.fromkeys((column.name for column in columns()), None) | {"quote": words.strip(), "page": 1}
    assert asked.holds(record) == ("|" not in words or not words.strip())
    assert asked.columns == {"quote", "page"}


@given(st.text("()= andortevkil\"<>~", max_size=40))
def test_what_cannot_be_read_is_said(words: str) -> None:
    with suppress(BadOption):
        parse(words)


def test_a_state_that_is_asked_for_need_not_be_verified(store: Store) -> None:
    assert [fact.record["state"] for fact in facts(store, Options(where=("state=rejected",)))] == ["rejected"]
    assert [fact.record["state"] for fact in facts(store, Options(where=("event=injured",)))] == []


@pytest.mark.parametrize(("date", "first", "last"), [
    ("2022", "2022-01-01", "2022-12-31"), ("2022-08", "2022-08-01", "2022-08-31"),
    ("2022-08-15", "2022-08-15", "2022-08-15"), ("2022-01-04/2022-01-07", "2022-01-04", "2022-01-07"),
    ("2022-08~", "2022-08-01", "2022-08-31"), ("../2022", None, "2022-12-31"), ("2022-03/..", "2022-03-01", None),
    ("202X", "2020-01-01", "2029-12-31"), ("2022-22", "2022-06-01", "2022-08-31"), ("soon", None, None),
    ("2022-XX-05", "2022-01-05", "2022-12-05"),
])
def test_bounds(date: str, first: str | None, last: str | None) -> None:
    assert bounds(date) == (first, last)


WRONG = [
    (Options(where=("evnt=killed",)), "'evnt' is no column: did you mean event?"),
    (Options(where=("killed",)), "'killed' is no condition: write it as"),
    (Options(where=("event=kiled",)), "'kiled' is no event: did you mean killed?"),
    (Options(where=("state=verifed",)), "'verifed' is no state: did you mean verified?"),
    (Options(where=("(event=killed",)), "opens a bracket that it does not close"),
    (Options(where=("(event=killed) page=1",)), "cannot be read from 'page=1' on"),
    (Options(where=("event=killed or evnt=charged",)), "'evnt' is no column: did you mean event?"),
    (Options(where=("date>=soon",)), "'soon' is no date"),
    (Options(where=("value_min>many",)), "'many' is no number"),
    (Options(fields=("quotes",)), "'quotes' is no column: did you mean quote?"),
    (Options(codebook="acle"), "'acle' is no codebook: did you mean acled?"),
    (Options(codebook="no/such.toml"), "codebook no/such.toml cannot be read"),
]


@pytest.mark.parametrize(("options", "sentence"), WRONG)
def test_wrong_words(store: Store, tmp_path: Path, options: Options, sentence: str) -> None:
    with pytest.raises(BadOption) as caught:
        export(store, tmp_path / "facts.csv", options)
    assert sentence in str(caught.value)
    assert not (tmp_path / "facts.csv").exists()


def test_fields(store: Store, tmp_path: Path) -> None:
    asked = Options(fields=("event", "value_min", "event"))
    export(store, tmp_path / "facts.csv", asked)
    export(store, tmp_path / "facts.jsonl", asked)
    assert (tmp_path / "facts.csv").read_bytes() == b'"event","value_min"\r\n"killed","23"\r\n'
    assert (tmp_path / "facts.jsonl").read_text() == '{"event":"killed","value_min":"23"}\n'


def test_a_codebook_stands_beside_what_the_source_says(store: Store) -> None:
    plain, coded = (list(facts(store, Options(everything=True, codebook=name))) for name in (None, "acled"))
    seen = [(fact.record["codebook"], fact.record["codebook_value"]) for fact in coded]
    assert seen == [(None, None), ("acled", "12"), (None, None), (None, None)]
    same = [column.name for column in columns() if not column.name.startswith("codebook")]
    assert [[fact.record[name] for name in same] for fact in plain] == [
        [fact.record[name] for name in same] for fact in coded
    ]


def test_codebook_words_are_the_vague_words_of_the_rules() -> None:
    figures = rules.load("codebooks/acled")["figures"]
    known = rules.load("numbers/words")["vague"]
    assert [word for words in figures.values() for word in words if word not in known] == []


def test_own_codebook(store: Store, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('name = "own"\nsays = "ours"\nsource = "us"\nkinds = ["count"]\n[figures]\n24 = ["dozens"]\n')
    found = facts(store, Options(where=("state=rejected",), codebook=str(own)))
    assert [(fact.record["codebook"], fact.record["codebook_value"]) for fact in found] == [("own", "24")]
    own.write_text('name = "own"\n')
    with pytest.raises(BadOption, match="needs name, says"):
        export(store, tmp_path / "a.csv", Options(codebook=str(own)))


def test_format_by_name(store: Store, tmp_path: Path) -> None:
    assert export(store, tmp_path / "facts.txt", form="csv") == 1
    with pytest.raises(BadOption, match="'cvs' is no format: did you mean csv"):
        export(store, tmp_path / "facts.txt", form="cvs")
    with pytest.raises(UnknownFormat, match=r"end it in \.csv, \.jsonl"):
        export(store, tmp_path / "facts")


def test_for_excel_is_for_csv(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"--for-excel is for \.csv only"):
        export(store, tmp_path / "facts.jsonl", Options(for_excel=True))
