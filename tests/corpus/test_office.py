"""DOCX: numbers of lists, headings, tables, notes, tracked changes; words once and in order."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import read_bytes
from models import Document

FOOTNOTES = f"""<?xml version="1.0"?><w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:t>Letter of 3 May.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def read_made(document: "docx.document.Document", extra: dict[str, str] | None = None) -> Document:
    made, whole = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as old, ZipFile(whole, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, text in (extra or {}).items():
            new.writestr(name, text)
    return read_bytes(whole.getvalue(), "a.docx")


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def test_a_document_is_read_in_order() -> None:
    made = docx.Document()
    made.add_heading("The arrests", level=2)
    made.add_paragraph("Twelve men were held.", style="List Number")
    made.add_paragraph("Nine were freed.", style="List Number")
    made.add_paragraph("a bullet", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Region", "Killed"), ("North", "12")), strict=True):
        row.cells[0].text, row.cells[1].text = texts
    made.sections[0].header.paragraphs[0].text = "Ruritanian Report 2019"
    document = read_made(made)
    assert blocks(document) == [
        ("title", 2, "The arrests"),
        ("paragraph", 0, "1. Twelve men were held."),
        ("paragraph", 0, "2. Nine were freed."),
        ("list_item", 1, "• a bullet"),
        ("table", 0, "Region | Killed\nNorth | 12"),
        ("header", 0, "Ruritanian Report 2019"),
    ]


def test_notes_raised_figures_and_changes() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("They paid $20,000,")
    for run in (
        f'<w:r {nsdecls("w")}><w:footnoteReference w:id="7"/></w:r>',
        f'<w:del {nsdecls("w")}><w:r><w:delText>nine</w:delText></w:r></w:del>',
        f'<w:ins {nsdecls("w")}><w:r><w:t xml:space="preserve"> twelve</w:t></w:r></w:ins>',
    ):
        paragraph._p.insert_element_before(parse_xml(run), "w:none")
    paragraph.add_run("4").font.superscript = True
    document = read_made(made, {"word/footnotes.xml": FOOTNOTES})
    assert blocks(document) == [
        ("paragraph", 0, "They paid $20,000,¹ twelve⁴"), ("footnote", 0, "¹ Letter of 3 May."),
    ]
    assert document.notes == ("tracked changes are read as accepted",)


WORDS = st.lists(st.text(alphabet="abcdéö𝟙中", min_size=1, max_size=6), min_size=1, max_size=12)


@settings(max_examples=12, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_word_is_in_the_text_once(paragraphs: list[list[str]]) -> None:
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(" ".join(words))
    document = read_made(made)
    assert document.text.split() == [word for words in paragraphs for word in words]
    assert len(re.split(r"\n\n", document.text)) == len(paragraphs)
