"""ODT, RTF, messages and saved web archives."""

import textwrap
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import ReadError, from_text, read_bytes
from corpus.media import is_mail
from models import Document
from tests.corpus.hostile import package

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def odt(body: str) -> bytes:
    content = f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text></office:body>"
    styles = f"<office:document-styles {SPACES}><style:header><text:p>River Report</text:p></style:header>"
    return package({
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": (content + "</office:document-content>").encode(),
        "styles.xml": (styles + "</office:document-styles>").encode(),
    })


def test_odt() -> None:
    note = ('<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>Letter of 3 May.</text:p>'
            "</text:note-body></text:note>")
    row = "<table:table-row>{}</table:table-row>"
    cells = "<table:table-cell><text:p>{}</text:p></table:table-cell>" * 2
    body = (
        '<text:h text:outline-level="1">The north</text:h>'
        f"<text:p>They paid <text:span>$20,000</text:span>{note} for<text:s/>twelve<text:line-break/>men.</text:p>"
        "<text:list><text:list-item><text:p>Nine were held.</text:p></text:list-item></text:list>"
        f"<table:table>{row.format(cells.format('Region', 'Held'))}"
        f"{row.format(cells.format('East', '12'))}</table:table>"
    )
    document = read_bytes(odt(body), "a.odt")
    assert blocks(document) == [
        ("title", "The north"), ("paragraph", "They paid $20,000¹ for twelve men."), ("list_item", "Nine were held."),
        ("table", "Region | Held\nEast | 12"), ("footnote", "¹ Letter of 3 May."), ("header", "River Report"),
    ]
    assert document.media_type == "application/vnd.oasis.opendocument.text"


def rtf(body: str) -> bytes:
    head = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\*\generator Nobody;}{\info{\title Unseen}}"
    return f"{head}\n{body}}}".encode("ascii")


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (r"\pard Twelve \b men\b0  were held.\par Nine were freed.\par",
         [("paragraph", "Twelve men were held."), ("paragraph", "Nine were freed.")]),
        (r"\pard caf\'e9 \u8220?No\u8221? {\v unseen}\{12\}\emdash 14\~men\par",
         [("paragraph", "café “No” {12}—14 men")]),
        (r"\pard They paid $20,000{\super\chftn}{\footnote\pard\plain {\super\chftn} Letter of \par 3 May.} then.\par",
         [("paragraph", "They paid $20,000¹ then."), ("footnote", "¹ Letter of 3 May.")]),
        (r"\pard\intbl Region\cell Held\cell\row\pard\intbl East\par West\cell 12\cell\row\pard After it all.\par",
         [("table", "Region | Held\nEast West | 12"), ("paragraph", "After it all.")]),
        (r"\pard Before.\par\pard\outlinelevel1 The north\par\pard Twelve men were held in the north.\par",
         [("paragraph", "Before."), ("heading", "The north"), ("paragraph", "Twelve men were held in the north.")]),
        (r"\pard They paid $5{\super 14} then.\par", [("paragraph", "They paid $5¹⁴ then.")]),
        (r"\pard \u-10179?\u-8704?\'93Yes\'94\par", [("paragraph", "\U0001f600“Yes”")]),
    ],
)
def test_rtf(body: str, kinds: list[tuple[str, str]]) -> None:
    assert blocks(read_bytes(rtf(body), "a.rtf")) == kinds


def test_rtf_nested_without_end() -> None:
    with pytest.raises(ReadError, match="nested too deeply; save it as DOCX"):
        read_bytes(rtf("{" * 5_000), "a.rtf")


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="\\{}*u'12abpar intblcellrow\n", max_size=200))
def test_any_rtf_gives_a_document_or_a_sentence(body: str) -> None:
    try:
        assert read_bytes(rtf(body), "a.rtf").blocks
    except ReadError as error:
        assert str(error).startswith("a.rtf: ")


def message(*fields: str, body: str) -> bytes:
    return "\r\n".join([*fields, "MIME-Version: 1.0", *textwrap.dedent(body).splitlines()]).encode("utf8")


def test_a_message() -> None:
    data = message(
        "From: Ana <ana@example.org>", "Subject: =?utf-8?q?Held_in_caf=C3=A9s?=",
        "Date: Tue, 7 Mar 2023 09:00:00 +0000",
        body="""\
        Content-Type: multipart/mixed; boundary=B

        --B
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Twelve men were held in the caf=E9 on Monday.
        --B
        Content-Type: application/pdf; name="list.pdf"
        Content-Disposition: attachment; filename="list.pdf"

        x
        --B--
        """,
    )
    document = read_bytes(data, "a.eml")
    assert document.text.strip() == "Twelve men were held in the café on Monday."
    assert (document.title, document.published) == ("Held in cafés", date(2023, 3, 7))
    assert document.notes == ("attachments that are not read: list.pdf",)


def test_a_saved_page() -> None:
    data = message(
        "From: <Saved by Blink>", "Snapshot-Content-Location: https://example.org/held", "Subject: Held",
        body="""\
        Content-Type: multipart/related; type="text/html"; boundary="B"

        --B
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://example.org/held

        <html><body><h1>Held =C3=A9</h1><p>Twelve men were held on Monday in the north.</p></body></html>
        --B
        Content-Type: text/css

        p { color: red }
        --B--
        """,
    )
    document = read_bytes(data, "a.mhtml")
    assert blocks(document) == [("title", "Held é"), ("paragraph", "Twelve men were held on Monday in the north.")]
    assert (document.url, document.published) == ("https://example.org/held", None)


def test_a_message_without_text() -> None:
    with pytest.raises(ReadError, match="the message has no text"):
        read_bytes(message("From: a@example.org", body="Content-Type: image/png\r\n\r\nx"), "a.eml")


@pytest.mark.parametrize(
    "text", ["From: the director\nSubject: men held\n\nTwelve men.", "Note: a\n\nb", "Received: 12 men"]
)
def test_a_memorandum_is_no_message(text: str) -> None:
    assert not is_mail(text.encode())
    assert read_bytes(text.encode(), "a.txt") == from_text(text)
