"""The gold mark-up compiles to offsets, says what is wrong in one sentence, and its readable files are up to date."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import read
from factledger.gold import (
    GOLD,
    GoldClaim,
    GoldDocument,
    GoldError,
    GoldMention,
    GoldNothing,
    compile_gold,
    load_gold,
)
from factledger.gold.files import WRITERS, write_files
from factledger.gold.values import parse_value, show_value
from models import Quantity

HEAD = "title: Notes from Sarn\npublisher: Harbour Watch\npublished: 2024-03-11\n"
DOCUMENTS = load_gold()


def compiled(body: str, head: str = HEAD) -> GoldDocument:
    return compile_gold(f"{head}---\n{body}\n", "sample")


def misplaced(document: GoldDocument) -> list[str]:
    """The marks whose offsets do not point at their words."""
    marks: list[GoldClaim | GoldMention | GoldNothing] = [*document.claims, *document.mentions, *document.nothings]
    return [mark.text for mark in marks if document.text[mark.start:mark.end] != mark.text]


VALUES = [
    ("238", Quantity(Decimal(238), Decimal(238)), "count"),
    ("10+", Quantity(Decimal(10), None), "count"),
    (">=10", Quantity(Decimal(10), None), "count"),
    (">1000", Quantity(Decimal(1000), None, low_open=True), "count"),
    ("<=9", Quantity(None, Decimal(9)), "count"),
    ("<50", Quantity(None, Decimal(50), high_open=True), "count"),
    ("~<200", Quantity(None, Decimal(200), high_open=True, approximate=True), "count"),
    ("~40", Quantity(Decimal(40), Decimal(40), approximate=True), "count"),
    ("15-25", Quantity(Decimal(15), Decimal(25)), "count"),
    ("0", Quantity(Decimal(0), Decimal(0)), "count"),
    ("vague", Quantity(vague="w", wording="w"), "count"),
    ("34%", Quantity(Decimal(34), Decimal(34)), "percent"),
    ("0.3333 ratio", Quantity(Decimal("0.3333"), Decimal("0.3333")), "ratio"),
    ("42 month", Quantity(Decimal(42), Decimal(42), unit="month"), "duration"),
    ("3-9 year", Quantity(Decimal(3), Decimal(9), unit="year"), "duration"),
    ("life", Quantity(vague="life", unit="life", wording="life"), "duration"),
    ("money 2500", Quantity(Decimal(2500), Decimal(2500)), "money"),
    ("EUR 7800", Quantity(Decimal(7800), Decimal(7800), unit="EUR"), "money"),
]


@pytest.mark.parametrize(("notation", "quantity", "kind"), VALUES)
def test_value_notation(notation: str, quantity: Quantity, kind: str) -> None:
    found, found_kind = parse_value(notation, quantity.vague or "")
    assert found == quantity
    assert found_kind == kind


UNSHOWN = ("34%", "0.3333 ratio", "money 2500")  # a shown value has no sign of its kind
PLAIN = [row for row in VALUES if row[0] not in UNSHOWN]


@pytest.mark.parametrize(("notation", "quantity", "kind"), PLAIN)
def test_a_shown_value_reads_back(notation: str, quantity: Quantity, kind: str) -> None:
    assert parse_value(show_value(quantity), quantity.vague or "") == (quantity, kind)


def test_claim_mark() -> None:
    document = compiled(
        "In Sarn {{at least\n10|killed/attacked 10+|people|alleged|by=Aid Desk|via=police; army|when=2022-01|place=Sarn"
        "|charges=riot; arson|id=a}} died, {{two|killed 2||of=a|optional}} of them young.")
    claim, part = document.claims
    assert document.text[claim.start:claim.end] == "at least 10" == claim.text
    assert claim.events == ("killed", "attacked")
    assert (claim.quantity.low, claim.quantity.high, claim.counted) == (Decimal(10), None, "people")
    assert (claim.statuses, claim.sources, claim.chain) == (("alleged",), ("Aid Desk",), ("police", "army"))
    assert (claim.happened, claim.place, claim.charges, claim.identity) == ("2022-01", "Sarn", ("riot", "arson"), "a")
    assert (part.part_of, part.optional, part.line, part.counted) == ("a", True, 6, None)


def test_alternatives_and_the_narrator() -> None:
    document = compiled("{{Six|killed 6|people/men|stated/alleged|by=police/narrator}} died at gate "
                        "{{2|nothing name/designator}}, {{two|killed 2}} later.")
    first, second = document.claims
    assert (first.statuses, first.counted) == (("stated", "alleged"), "people/men")
    assert (first.sources, second.sources) == (("police", "narrator", "Harbour Watch"), ("narrator", "Harbour Watch"))
    assert document.nothings[0].fates == ("name", "designator")


def test_zero_has_polarity_none() -> None:
    document = compiled("There were {{no|convicted 0|convictions}} convictions and {{two|tried 2|trials}} trials.")
    assert [claim.polarity for claim in document.claims] == ["none", "affirmed"]


DATES = [
    ("2022-08-15", "2022-08-15", "day", None, False),
    ("2022-08 early", "2022-08", "month", "early", False),
    ("2022?", "2022", "year", None, True),
    ("2022-01-04/2022-01-07", "2022-01-04/2022-01-07", "day", None, False),
    ("199X", "199X", "decade", None, False),
    ("vague", "vague", "vague", None, True),
]


@pytest.mark.parametrize(("mark", "edtf", "precision", "modifier", "optional"), DATES)
def test_date_mark(mark: str, edtf: str, precision: str, modifier: str | None, optional: bool) -> None:
    document = compiled(f"It began [[some day|{mark}]] in Sarn.")
    mention, = document.mentions
    assert mention.date is not None
    assert (mention.text, mention.date.edtf, mention.date.precision, mention.date.modifier, mention.optional) == (
        "some day", edtf, precision, modifier, optional)


def test_header_names_are_found_everywhere_and_share_a_canonical_name() -> None:
    head = HEAD + "PERSON: Ada Morn = Morn\nGPE: Sarn; Morn\nORG: Sarn Police\n"
    document = compiled("Ada Morn of the Sarn Police left Sarn. Morning came. Ms [[Morn|PERSON|Ada Morn]] wrote.",
                        head.replace("; Morn", ""))
    assert [(m.label, m.text, m.canonical) for m in document.mentions] == [
        ("GPE", "Sarn", "Sarn"), ("PERSON", "Ada Morn", "Ada Morn"), ("ORG", "Sarn Police", "Sarn Police"),
        ("GPE", "Sarn", "Sarn"), ("PERSON", "Morn", "Ada Morn")]


def test_blocks() -> None:
    document = compiled("# Facts\n\nOne\ntwo.\n\n- a\n- b\nPlace || Dead\nSarn || {{3|killed 3}}\n\ncaption: Photo")
    blocks = [(block.kind, document.text[block.start:block.end]) for block in document.blocks]
    assert blocks[:-1] == [
        ("title", "Notes from Sarn"), ("heading", "Facts"), ("paragraph", "One two."), ("list_item", "a"),
        ("list_item", "b"), ("table", "Place | Dead\nSarn | 3"), ("caption", "Photo")]
    assert document.blocks[-1].kind == "footer"


ERRORS = [
    ("Sarn {{10}} dead", "line 5: {{10}} needs its words, a bar and what they mean"),
    ("\n{{10|slain 10}}", "line 6: 'slain' is no event"),
    ("{{10|killed ten}}", "line 5: 'ten' is no value"),
    ("{{10|killed 10|people|where=Sarn}}", "line 5: 'where' is no slot"),
    ("{{10|killed 10|people|Sarn}}", "line 5: 'Sarn' stands where a slot"),
    ("{{10|killed 10|of=x}}", "line 5: of=x names no claim"),
    ("{{10|nothing gun}}", "line 5: 'gun' is no fate"),
    ("{{10|killed 10", "line 5: {{ without its partner"),
    ("a\nb ]] c", "line 6: ]] without its partner"),
    ("[[May|spring]]", "line 5: 'spring' is neither a label nor an EDTF date"),
]


@pytest.mark.parametrize(("body", "message"), ERRORS)
def test_wrong_mark_is_one_sentence_with_file_and_line(body: str, message: str) -> None:
    with pytest.raises(GoldError) as caught:
        compiled(body)
    assert str(caught.value).startswith(f"sample.gold, {message}")
    assert "\n" not in str(caught.value)


HEAD_ERRORS = [
    ("title: A\npublisher: B\n", "line 1: the header lacks published"),
    (HEAD + "author: B\n", "line 4: 'author' is neither"),
    (HEAD.replace("2024-03-11", "May"), "line 1: published: 'May' is no date"),
    (HEAD + "GPE: Nowhere\n", "line 1: the header's name does not occur in the text: Nowhere"),
    (HEAD + "format: odt\n", "line 1: format: 'odt' is none of"),
    (HEAD + "basis: rumour\n", "line 1: basis: 'rumour' is none of"),
]


@pytest.mark.parametrize(("head", "message"), HEAD_ERRORS)
def test_wrong_header_is_one_sentence(head: str, message: str) -> None:
    with pytest.raises(GoldError, match=re.escape(f"sample.gold, {message}")):
        compiled("Sarn", head)


def test_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no marked gold document"):
        load_gold(tmp_path)


@given(st.text(alphabet="ab {}[]|\n=0killed", max_size=60))
def test_any_body_compiles_or_is_refused(body: str) -> None:
    try:
        document = compiled(body)
    except GoldError:
        return
    assert misplaced(document) == []


# ---- the documents themselves

def test_gold_is_large_and_varied_enough() -> None:
    assert len(DOCUMENTS) >= 14
    assert sum(len(document.claims) for document in DOCUMENTS) >= 250
    assert sum(document.kind == "decision" for document in DOCUMENTS) >= 4
    for suffix in WRITERS:
        assert sum(document.format == suffix for document in DOCUMENTS) >= 2, suffix


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_each_document_is_long_and_its_marks_stand_in_its_text(document: GoldDocument) -> None:
    assert len(document.text.split()) >= 400
    assert misplaced(document) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_readable_file_is_up_to_date(document: GoldDocument) -> None:
    """Run `python -m factledger.gold` after a change of the marked sources."""
    text = read(GOLD / f"{document.name}.{document.format}").text
    assert words(text, document.format) == words(document.text, "txt")


def words(text: str, suffix: str) -> list[str]:
    """A PDF adds page numbers on their own lines."""
    if suffix == "pdf":
        text = re.sub(r"^\d+$", "", text, flags=re.MULTILINE)
    return text.split()


def test_no_other_file_lies_beside_the_gold() -> None:
    here = {path.name for path in GOLD.iterdir() if path.is_file()}
    assert here == {f"{document.name}.{document.format}" for document in DOCUMENTS}


def test_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for first, second in zip(write_files(target=tmp_path / "a"), write_files(target=tmp_path / "b"), strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name
