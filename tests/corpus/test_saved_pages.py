"""Pages as NGOs, newspapers and courts make them: what is round the text is told apart, title and day are found."""

from datetime import date
from pathlib import Path

import pytest

from corpus import read_bytes
from models import Document

PAGES = Path(__file__).parent / "pages"
TEXTS = {
    "ngo.html": [
        ("title", "Ruritania: Families Still Wait for Answers"),
        ("paragraph", "A year after the shooting, nobody has been charged"),
        ("heading", "By Ana Doe"),
        ("paragraph", "June 14, 2021 9:00AM EDT"),
        ("caption", "Relatives of 14 men at the gate of Port Amary prison, 2020. © 2020 Jo Roe/Agency"),
        ("dateline", "(Port Amary) –"),
        ("paragraph", "Ruritania’s police killed at least 23 people and wounded 41 others on June 14, 2020, "
                      "Lantern Rights said today."),
        ("paragraph", "“Nobody has answered the families,” said Ana Doe, senior researcher.[¹]"),
        ("heading", "What the hospital counted"),
        ("caption", "Patients by district"),
        ("table", "District | Killed | Wounded\nNorth | 12 | 20\nSouth | 11 | 21"),
        ("list_item", "Nine officers were questioned;"),
        ("list_item", "none was suspended."),
        ("paragraph", "They shot at us for 20 minutes."),
        ("footnote", "Interview, 3 May 2021."),
    ],
    "news.html": [
        ("title", "Court jails nine over harbour riot"),
        ("heading", "11 February 2020"),
        ("dateline", "USTRA (Agency) -"),
        ("paragraph", "A court in Ustra sentenced nine men to between four and 12 years in prison – the longest terms "
                      "in a decade – on Tuesday."),
        ("caption", "File photo: the harbour in 2018."),
        ("paragraph", "The judge’s ruling runs to 140 pages."),
        ("paragraph", "Police said 30 officers were hurt."),
        ("paragraph", "The men’s lawyer said they would appeal."),
        ("paragraph", "None of them spoke."),
    ],
    "court.html": [
        ("table", "Court | Supreme Court\nDate | 3 May 2018\nJudges | Adu P, Boateng JA"),
        ("title", "Mensah v Ministry of Interior [2018] RSC 12"),
        ("heading", "IN THE SUPREME COURT"),
        ("paragraph", "Case No. 44/2017"),
        ("list_item", "The appellant was held for 43 days."),
        ("list_item", "He was never charged."),
        ("paragraph", "3. The damages of £20,000 are upheld.²"),
        ("paragraph", "2 The amount was agreed."),
    ],
}
HEADS = {
    "ngo.html": ("Ruritania: Families Still Wait for Answers", "Lantern Rights", date(2021, 6, 14), "report"),
    "news.html": ("Court jails nine over harbour riot", None, date(2020, 2, 11), "report"),
    "court.html": ("Mensah v Ministry [2018] RSC 12", None, None, "decision"),
}
# the bytes that the page's server would send, whatever the page itself declares
ENCODINGS = {"ngo.html": ["utf8", "utf-8-sig", "utf-16"], "news.html": ["cp1252"], "court.html": ["cp1252", "utf8"]}


def read_page(name: str, encoding: str) -> Document:
    return read_bytes((PAGES / name).read_text(encoding="utf8").encode(encoding), name)


@pytest.mark.parametrize(("name", "encoding"), [(name, each) for name, many in ENCODINGS.items() for each in many])
def test_the_text_and_nothing_round_it(name: str, encoding: str) -> None:
    document = read_page(name, encoding)
    found = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert [(kind, text) for kind, text in found if kind != "boilerplate"] == TEXTS[name]
    assert (document.title, document.publisher, document.published, document.kind) == HEADS[name]


def test_what_stands_round_the_text_is_kept_as_such() -> None:
    document = read_page("ngo.html", "utf8")
    around = [document.text[block.start : block.end] for block in document.blocks if block.kind == "boilerplate"]
    for words in ("12 cookies", "$50", "40,000 readers", "700 people"):
        assert any(words in text for text in around)


# the first words of each block of the text; whatever else a page has stands round it
BEGINNINGS = {
    "news-without-names.html": [
        "Five fishermen shot", "Army says its", "By Ilse Marton", "Published 18 September", "Boats at Port",
        "Soldiers shot dead", "The army said", "“They shot for", "The provincial prosecutor", "We counted 40",
        "In 2021 the", "Ilse Marton has",
    ],
    "ngo-blog.html": [
        "Report: 214 Evictions", "Posted on February", "(Belmar) –", "City officials evicted", "Bulldozers at Pier",
        "Key findings", "In 61 cases", "17 people were", "no official has", "Month | Families", "Evictions by month,",
        "The mayor’s office", "For more information,", "In Belmar, Tomas", "In Ustra, Ana", "Letter of the",
    ],
    "old-tables.html": [
        "URGENT ACTION: 16", "14 November 2003", "Sixteen students of", "The students had", "Recommended action",
        "Ask that the", "ask for an", "Please send appeals",
    ],
    "court-library.html": [
        "Neutral Citation Number:", "Case No: CA", "IN THE HIGH", "CRIMINAL DIVISION", "Date: 12 March", "Before:",
        "MR JUSTICE WENDARE", "Between:", "M. TORVANE |", "K. ADELAN (instructed", "Hearing dates: 2",
        "HTML VERSION OF", "Mr Justice Wendare:", "The appellant was", "He was held", '"The ward was', "I reduce the",
    ],
    "press-office.html": [
        "Press releases Special", "Experts alarmed by", "03 May 2024", "GENEVA –", "UN experts today", "“Nine of those",
        "The experts have", "ENDS", "*The experts: Ana", "Special Procedures experts", "For media enquiries",
        "Follow news related",
    ],
}
TOLD = {
    "news-without-names.html": (
        "Five fishermen shot at river mouth, families say", "The Delta Courier", date(2022, 9, 18),
    ),
    "ngo-blog.html": ("Report: 214 Evictions Without Notice", "Harbour Housing Network", date(2023, 2, 9)),
    "old-tables.html": ("Urgent action: 16 students held", None, date(2003, 11, 14)),
    "court-library.html": ("Torvane v State of Rathpur [2016] RTHC 44 (12 March 2016)", None, date(2016, 3, 12)),
    "press-office.html": ("Experts alarmed by 48 executions", None, date(2024, 5, 3)),
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_pages_whose_elements_say_little(name: str) -> None:
    document = read_page(name, "utf8")
    texts = [document.text[block.start : block.end] for block in document.blocks if block.kind != "boilerplate"]
    assert [" ".join(text.split()[:3]) for text in texts] == BEGINNINGS[name]
    assert (document.title, document.publisher, document.published) == TOLD[name]
