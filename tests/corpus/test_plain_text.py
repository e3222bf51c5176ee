"""Plain text is kept exactly, and every visible character stands in one block."""

import re
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import from_text, read, read_bytes
from models import Document

RELEASE = """Jump to navigation

Ruritania: Free the Twelve Detainees

Courts Should Review All Sentences

Guards near a gate, with 40 mm launchers, on 2 May 2019. © 2019 A. Diop/Agence Baobab

(Strelsau, May 3, 2019) – The police detained 12 people on Monday, Baobab Rights Watch said today.

“At least 40 others were beaten,” a lawyer said. The ministry has not answered a letter of April 4.

Donate now and help us go on.

Topic / Region"""


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end][:24]) for block in document.blocks]


def test_a_release_has_its_zones() -> None:
    document = from_text(RELEASE)
    assert kinds(document) == [
        ("boilerplate", "Jump to navigation"),
        ("title", "Ruritania: Free the Twel"),
        ("heading", "Courts Should Review All"),
        ("caption", "Guards near a gate, with"),
        ("dateline", "(Strelsau, May 3, 2019) "),
        ("paragraph", "The police detained 12 p"),
        ("paragraph", "“At least 40 others were"),
        ("boilerplate", "Donate now and help us g"),
        ("boilerplate", "Topic / Region"),
    ]
    assert document.title == "Ruritania: Free the Twelve Detainees"
    assert document.published == date(2019, 5, 3)
    assert document.publisher == "Baobab Rights Watch"
    assert (document.kind, document.language) == ("report", "en")


def test_what_is_given_is_not_looked_for() -> None:
    document = from_text(RELEASE, published=date(2020, 1, 1), title="Given", kind="decision")
    assert (document.published, document.title, document.kind) == (date(2020, 1, 1), "Given", "decision")


@pytest.mark.parametrize(
    "text",
    ["", " ", "a\r\nb\r\n\r\nc", "co\u00adoperation of 12", "\ufeffmark", "𝟙𝟚 dead 😀\n\ncafe\u0301", "\ud800", "\x00"],
)
def test_the_text_is_kept_exactly(text: str) -> None:
    document = from_text(text)
    assert document.text == text
    assert document.text_sha256 == document.sha256 == sha256(text.encode("utf8", "surrogatepass")).hexdigest()


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Twelve men were held.\nNine men were freed.", 2),
        ("Twelve men were\nheld.", 1),
        ("one\r\n\r\ntwo\r\rthree", 3),
        (
            "The commission counted twelve men who had been held\n"
            "since March. It said that nine of them had been beaten\n"
            "and that Ruritanian officers had refused to open the\n"
            "gates. No charge was brought against any of the men in\n"
            "the year that followed.",
            1,
        ),
        ("The court found that the\n\x0cofficers had erred.", 1),
        ("The list:\n• one man;\n• two women.", 3),
    ],
)
def test_a_line_break_parts_or_wraps(text: str, paragraphs: int) -> None:
    assert len(from_text(text).blocks) == paragraphs


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Velmora, 12 Jan 90 (Ena) -- Two clerks were shot today.", date(1990, 1, 12)),
        ("Velmora, 31 Feb 90 (Ena) -- Two clerks were shot today.", None),
        ("Oslo, 4 May 2020 – Nobody was freed.", date(2020, 5, 4)),
        ("(Oslo) – Nobody was freed.", None),
        ("A Title\n\nDate: 13/02/2023\n\nNobody was freed.", date(2023, 2, 13)),
        ("A Title\n\nDate: 03/02/2023\n\nNobody was freed.", None),
        ("A Title\n\n7 June 2018\n\nNobody was freed on 8 June 2018.", date(2018, 6, 7)),
        ("Nobody was freed on 8 June 2018.", None),
        ("OSLO, March 5 (Agency) - Nobody was freed.", None),
    ],
)
def test_the_day_of_publication_is_read_or_left_open(text: str, published: date | None) -> None:
    assert from_text(text).published == published


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Two men died, the Ruritanian Rights Centre said in a report released today.", "Ruritanian Rights Centre"),
        ("Two men died, President Duru said today.", None),
        ("Two men died, Baobab Rights Watch said on Monday.", None),
    ],
)
def test_the_narrator_is_the_publisher(text: str, publisher: str | None) -> None:
    assert from_text(text).publisher == publisher


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("FIRST SECTION\nCASE OF DURU v. RURITANIA\n(Application no. 1/20)\nJUDGMENT", "decision"),
        ("IN THE HIGH COURT OF STRELSAU\n\nBefore: Duru J\n\nJUDGMENT\n\n1. This is an appeal.", "decision"),
        ("The Supreme Court ruled on Monday. The judgment freed 12 men.", "report"),
        ("", "report"),
    ],
)
def test_report_or_decision(text: str, kind: str) -> None:
    assert from_text(text).kind == kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The men were held in the town by the police.", "en"),
        ("Les hommes ont été détenus dans la ville par la police.", "fr"),
        ("12 34 56", None),
    ],
)
def test_the_language_is_told_by_small_words(text: str, language: str | None) -> None:
    assert from_text(text).language == language


def visible(document: Document) -> int:
    """Each visible character's count of blocks, checked; the number of blocks."""
    held = [0] * len(document.text)
    for block in document.blocks:
        assert block.start < block.end
        for position in range(block.start, block.end):
            held[position] += 1
    for letter, count in zip(document.text, held, strict=True):
        assert count <= 1 and (count == 1 or letter.isspace())
    return len(document.blocks)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n\r\f .,:–-()•AaBz12")), max_size=200))
def test_every_visible_character_is_in_one_block(text: str) -> None:
    document = from_text(text)
    visible(document)
    assert list(document.blocks) == sorted(document.blocks, key=lambda block: block.start)
    assert document == from_text(text)


@pytest.mark.parametrize(
    "unit", ["1", "A", "(", "A ", "Ab ", "a\n", "\n", "A, ", "- ", "© ", "A. B, ", "....", "May 1, "]
)
def test_hostile_text_takes_no_longer(unit: str) -> None:
    started = time.process_time()
    visible(from_text(unit * (300_000 // len(unit))))
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9 12", "café 12"),
        ("café 12".encode("utf-16"), "café 12"),
        ("Le café était fermé, et les détenus ont été libérés à l'été. ".encode("cp1252") * 5,
         "Le café était fermé, et les détenus ont été libérés à l'été. " * 5),
    ],
)
def test_encodings_are_told(data: bytes, text: str) -> None:
    document = read_bytes(data, "some.txt")
    assert (document.text, document.sha256) == (text, sha256(data).hexdigest())


def test_a_file_is_read_with_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"  # the suffix says nothing
    path.write_bytes(RELEASE.replace("\n", "\r\n").encode())
    document = read(path)
    assert document.media_type == "text/plain"
    assert [kind for kind, _ in kinds(document)] == [kind for kind, _ in kinds(from_text(RELEASE))]
    assert re.sub("\r", "", document.text) == RELEASE


LINE_UNITS = ["A", "A ", "Ab v ", "A. v. B ", "A, ", "Ab-", "I. ", ". ", "....", "a.b/c ", "1 ", "(a) ", "© "]


@pytest.mark.parametrize("unit", LINE_UNITS)
def test_hostile_lines_take_no_longer(unit: str) -> None:
    line = (unit * 490)[:480]
    started = time.process_time()
    from_text("\n\n".join([line, f"{line}:", f"Photo: {line}", f"Your gift {line};"] * 25))
    assert time.process_time() - started < 1
