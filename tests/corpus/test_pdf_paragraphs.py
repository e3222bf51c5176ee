"""Which lines of a PDF are one paragraph: lines set in the middle or at the edge, justified lines, bold words."""

import textwrap

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]

from corpus import read_bytes
from tests.corpus.pdf_writer import Put, lines, pdf
from tests.corpus.test_pdf import OTHER, STORY, blocks

MIDDLE, RIGHT = 297, 525


def width(text: str, size: float = 11) -> float:
    return float(stringWidth(text, "Helvetica", size))


def in_middle(text: str, down: float, middle: float = MIDDLE) -> Put:
    return Put(middle - width(text) / 2, down, text)


def at_right(text: str, down: float) -> Put:
    return Put(RIGHT - width(text), down, text)


BODY = lines(textwrap.wrap(STORY + " " + OTHER, 88), 70, 400)


def caption(*puts: Put) -> list[str]:
    """The blocks above a page's text."""
    found = [text for _, text in blocks(read_bytes(pdf([[*puts, *BODY]]), "a.pdf"))]
    assert found[-1] == f"{STORY} {OTHER}"
    return found[:-1]


@pytest.mark.parametrize(("texts", "wanted"), [
    (["NORTHERN GRAIN COMPANY,", "Plaintiff, Appellant,", "v.", "MARA OLENSKA,", "Defendant, Appellee."], 5),
    (["JUDGE ADA MBEKI KC", "TOM SORELL"], 2),
    (["THE MINISTER FOR RIVERS AND", "HARBOURS"], 1),
    (["(1) THE HARBOUR CLINIC ASSETS", "LIMITED"], 1),
    (["A petition of nine families of", "the villages on the river"], 1),
])
def test_lines_in_the_middle_stand_for_themselves(texts: list[str], wanted: int) -> None:
    found = caption(*(in_middle(text, 100 + 14 * n) for n, text in enumerate(texts)))
    assert len(found) == wanted and " ".join(found) == " ".join(texts)


def test_lines_at_the_right_edge_stand_for_themselves() -> None:
    assert caption(at_right("Thursday, 30 November 2023", 100), Put(70, 114, "BEFORE"), at_right("Claimant", 128),
                   in_middle("and", 142), at_right("Heard: 3 May", 156), at_right("Decided: 9 June", 170)) == [
        "Thursday, 30 November 2023", "BEFORE", "Claimant", "and", "Heard: 3 May", "Decided: 9 June"]


def test_a_text_set_in_the_middle_is_one_paragraph() -> None:
    texts = textwrap.wrap(OTHER, 80)
    assert caption(*(in_middle(text, 100 + 14 * n) for n, text in enumerate(texts))) == [OTHER]


def test_parties_beside_their_roles_are_rows() -> None:
    put = [in_middle("The Northern Hospitals", 100, 230), Put(450, 100, "Claimant"), in_middle("Trust", 114, 230),
           in_middle("- and -", 140, 230), in_middle("Harbour District Council", 166, 230), Put(450, 166, "Defendant"),
           in_middle("(1) Grain County Council", 192, 230), Put(450, 192, "Interested"), Put(450, 206, "Parties")]
    (table,) = caption(*put)
    assert table.split("\n") == [
        "The Northern Hospitals Trust | Claimant", "- and - | ", "Harbour District Council | Defendant",
        "(1) Grain County Council | Interested Parties",
    ]


def stretched(text: str, down: float, left: float = 70, right: float = 525) -> list[Put]:
    """The words spread from edge to edge with equal blanks."""
    words = text.split()
    wide = list(map(width, words))
    blank = (right - left - sum(wide)) / (len(words) - 1)
    return [Put(left + sum(wide[:n]) + n * blank, down, word) for n, word in enumerate(words)]


def test_the_blanks_of_a_justified_line_are_no_columns() -> None:
    texts = ["The office of the governor answered every one of the letters that the families of the men sent,",
             "but a correspondence between representatives,", "intergovernmental organisations and councils",
             "was never published, although the ministry had said so in the spring."]
    put = [Put(70, 100, texts[0]), *stretched(texts[1], 114), *stretched(texts[2], 128), Put(70, 142, texts[3])]
    assert caption(*put) == [" ".join(texts)]


def test_a_row_of_figures_at_equal_distances_is_a_row() -> None:
    rows = ["2018 1100 1001 1304", "2019 1204 1180 3411", "2020 2208 1090 1422", "2021 1101 1000 1233"]
    (table,) = caption(*(put for n, row in enumerate(rows) for put in stretched(row, 100 + 14 * n)))
    assert table.split("\n") == [row.replace(" ", " | ") for row in rows]


def test_a_bold_name_at_a_lines_end_cuts_no_sentence() -> None:
    put = [Put(70, 100, "The inquiry into the deaths at the old quarry was led by"),
           Put(345, 100, "Antoinette", font="bold"), Put(70, 114, "Kamara-Vandenberghe", font="bold"),
           Put(194, 114, "and two of her colleagues from the north.")]
    assert caption(*put) == ["The inquiry into the deaths at the old quarry was led by Antoinette Kamara-Vandenberghe "
                             "and two of her colleagues from the north."]
