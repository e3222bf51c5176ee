"""DOCX: numbers of lists, headings, tables, notes, tracked changes; words once and in order."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
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


SHAPES = {
    "run": "<w:p>RUN</w:p>",
    "link": "<w:p><w:hyperlink>RUN</w:hyperlink></w:p>",
    "field": "<w:p><w:fldSimple w:instr='DATE'>RUN</w:fldSimple></w:p>",
    "control": "<w:p><w:sdt><w:sdtContent>RUN</w:sdtContent></w:sdt></w:p>",
    "control of blocks": "<w:sdt><w:sdtContent><w:p>RUN</w:p></w:sdtContent></w:sdt>",
    "inserted": "<w:p><w:ins>RUN</w:ins></w:p>",
    "moved": "<w:p><w:moveTo>RUN</w:moveTo></w:p>",
    "formula": "<w:p><m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath></w:p>",
    "text box": "<w:p><w:r><w:pict><w:txbxContent><w:p>RUN</w:p></w:txbxContent></w:pict></w:r></w:p>",
    "cell": "<w:tbl><w:tr><w:tc><w:p>RUN</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "cell in a control": "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:sdt><w:sdtContent><w:tc><w:p>RUN</w:p></w:tc>"
                         "</w:sdtContent></w:sdt></w:tr></w:tbl>",
    "note": "<w:p><w:r><w:footnoteReference w:id='{}'/></w:r></w:p>",
}
UNSEEN = (
    "<w:p><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    "<w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom></w:p>"
)
SPACES = nsdecls("w") + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
WORDS = st.lists(st.text(alphabet="abcdéö𝟙中", min_size=1, max_size=6), min_size=1, max_size=12)


def shaped(shape: str, text: str) -> str:
    return SHAPES[shape].replace("RUN", "<w:r><w:t>{}</w:t></w:r>").format(text)


def packed(body: str, **parts: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as whole:
        whole.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            whole.writestr(f"word/{name}.xml", f"<w:{name} {SPACES}>{text}</w:{name}>")
    return made.getvalue()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(SHAPES)), WORDS), min_size=1, max_size=8))
def test_every_word_is_in_the_text_once(shapes: list[tuple[str, list[str]]]) -> None:
    body, notes, wanted = UNSEEN, "", []
    for number, (shape, words) in enumerate(shapes, start=1):
        text = " ".join(words)
        body += shaped(shape, str(number) if shape == "note" else text)
        if shape == "note":
            notes += f"<w:footnote w:id='{number}'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"
        wanted += words
    document = read_bytes(packed(body, footnotes=notes), "a.docx")
    found = [word for word in document.text.replace("|", " ").split() if not set(word) <= set("⁰¹²³⁴⁵⁶⁷⁸⁹")]
    assert sorted(found) == sorted(wanted)
    assert document.notes == ("tracked changes are read as accepted", "hidden text is left out")


def test_comments_are_said_to_be_left_out() -> None:
    body = shaped("run", "Twelve men.")
    comment = "<w:comment w:id='1'><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>"
    document = read_bytes(packed(body, comments=comment), "a.docx")
    assert (document.text, document.notes) == ("Twelve men.", ("comments are left out",))


DELETED_END = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
DELETED_ROW = "<w:trPr><w:del w:id='3'/></w:trPr>"
LIST = ("<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/>"
        "</w:lvl></w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>")
ITEM = "<w:pPr>{}<w:numPr><w:ilvl w:val='0'/><w:numId w:val='5'/></w:numPr></w:pPr>"


def said(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def row(text: str, properties: str = "") -> str:
    return f"<w:tr>{properties}<w:tc><w:p>{said(text)}</w:p></w:tc><w:tc><w:p>{said('12')}</w:p></w:tc></w:tr>"


@pytest.mark.parametrize(("body", "texts"), [
    (f"<w:p>{DELETED_END}{said('Twelve men ')}</w:p><w:p>{said('were held.')}</w:p>", ["Twelve men were held."]),
    (f"<w:p>{DELETED_END}<w:del><w:r><w:delText>Nine were freed.</w:delText></w:r></w:del></w:p>"
     f"<w:p>{said('Twelve men were held.')}</w:p>", ["Twelve men were held."]),
    (f"<w:p>{DELETED_END}{said('Twelve men were held.')}</w:p>", ["Twelve men were held."]),
    ("<w:p>" + ITEM.format("<w:rPr><w:moveFrom w:id='2'/></w:rPr>") + "</w:p><w:p>" + ITEM.format("") + said("Twelve.")
     + "</w:p>", ["1. Twelve."]),
    (f"<w:tbl>{row('North')}{row('East', DELETED_ROW)}{row('South')}</w:tbl>", ["North | 12\nSouth | 12"]),
])
def test_a_deleted_end_of_a_paragraph_or_row(body: str, texts: list[str]) -> None:
    document = read_bytes(packed(body, numbering=LIST), "a.docx")
    assert [text for _, _, text in blocks(document)] == texts
    assert document.notes == ("tracked changes are read as accepted",)
