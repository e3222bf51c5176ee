"""Saved web pages: title, publisher, day, order, tables; what is round the text is boilerplate."""

from datetime import date
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import ReadError, read_bytes
from models import Document

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Guards freed | Baobab Watch</title>
<meta property="og:site_name" content="Baobab Watch"><link rel="canonical" href="https://example.org/a">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "publisher": {"name": "Baobab Watch"},
 "datePublished": "2019-05-03T10:00:00+02:00"}]}</script></head>
<body class="has-sidebar"><a href="#main">Skip to main content</a>
<header><nav><ul><li><a href=/>Home</a></li><li>About us, since 1999</li></ul></nav></header>
<main id="main"><article><h1>Guards &amp; others freed</h1><h2>Twelve held</h2>
<figure><img alt=x><figcaption>Soldiers in May. &copy; 2019 A. Diop</figcaption></figure>
<p>(Dakar, May 4, 2019) &ndash; At least <b>12</b>&nbsp;people were killed<sup>3</sup>, it said.
 &#x1F600; caf&#101;&#769; co&shy;operation</p>
<p>Line one<br>goes on<br>Another line<br><br>third</p>
<ul><li>one item<ul><li>nested</li></ul></li><li>two</li></ul>
<table><tr><th>Region</th><th>Killed</th></tr><tr><td>North</td><td>12</td></tr></table>
<div class="share-buttons"><a>Share this</a></div><div style="display:none">unseen 99</div>
</article></main><aside>Related: 40 dead</aside>
<footer>© 2019 Baobab</footer><script>var x = 77;</script></body></html>"""


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_a_saved_page_is_read_in_order() -> None:
    document = read_bytes(PAGE.encode(), "a.txt")
    assert blocks(document) == [
        ("boilerplate", "Skip to main content"),
        ("boilerplate", "Home"),
        ("boilerplate", "About us, since 1999"),
        ("title", "Guards & others freed"),
        ("heading", "Twelve held"),
        ("caption", "Soldiers in May. © 2019 A. Diop"),
        ("dateline", "(Dakar, May 4, 2019) –"),
        ("paragraph", "At least 12 people were killed³, it said. 😀 cafe\u0301 cooperation"),
        ("paragraph", "Line one goes on"),
        ("paragraph", "Another line"),
        ("paragraph", "third"),
        ("list_item", "one item"),
        ("list_item", "nested"),
        ("list_item", "two"),
        ("table", "Region | Killed\nNorth | 12"),
        ("boilerplate", "Share this"),
        ("boilerplate", "Related: 40 dead"),
        ("boilerplate", "© 2019 Baobab"),
    ]
    assert (document.media_type, document.title) == ("text/html", "Guards & others freed")
    assert (document.publisher, document.published) == ("Baobab Watch", date(2019, 5, 3))
    assert document.url == "https://example.org/a"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="DC.date" content="2018-03-02">', date(2018, 3, 2)),
        ('<meta itemprop="datePublished" content="2 March 2018">', date(2018, 3, 2)),
        ('<script type="application/ld+json">{"datePublished": broken</script>', None),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", None),
        ('<meta name="date" content="03/02/2018">', None),
    ],
)
def test_the_day_comes_from_the_head(head: str, published: date | None) -> None:
    page = f"<html><head>{head}</head><body><p>Some men were freed.</p></body></html>"
    assert read_bytes(page.encode(), "a").published == published


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>', "latin-1"),
    ],
)
def test_encodings_of_pages(head: str, encoding: str) -> None:
    opening = head if head.startswith("<?") else f"<html><head>{head}</head>"
    page = f"{opening}<body><p>Le café fermé, 12 détenus libérés.</p></body></html>"
    assert read_bytes(page.encode(encoding), "a").text == "Le café fermé, 12 détenus libérés."


def test_cells_never_glue_figures() -> None:
    cells = "<td>12<br>13</td><td><p>14</p><p>15<sup><a>3</a></sup></p></td>"
    page = f"<html><body><table><tr><th>A</th><th>B</th></tr><tr>{cells}</tr></table></body></html>"
    assert read_bytes(page.encode(), "a").text == "A | B\n12 13 | 14 15³"


def test_a_page_without_marked_main_text() -> None:
    page = """<html><body><div id=top-nav><a href=/>Home</a> <a href=/a>Arrests</a></div>
    <div id=content><h1>Twelve held</h1><div><time class="entry-date" datetime="2019-05-03">3 May</time></div>
    <p>They were <q>held</q> at <a href=/r>the river</a> in 2019.</p></div>
    <div class="related-posts"><h3>Related</h3><ul><li><a href=/x>40 dead</a></li></ul></div></body></html>"""
    document = read_bytes(page.encode(), "a")
    assert [text for kind, text in blocks(document) if kind != "boilerplate"] == [
        "Twelve held", "3 May", "They were “held” at the river in 2019.",
    ]
    assert document.published == date(2019, 5, 3)


def test_a_page_that_looks_like_boilerplate_throughout_is_still_read() -> None:
    document = read_bytes(b"<html><body><nav><p>Twelve men were freed in May.</p></nav></body></html>", "a")
    assert blocks(document) == [("paragraph", "Twelve men were freed in May.")]


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ReadError, match="nested too deeply; save the page as PDF or text"):
        read_bytes(b"<html><body>" + b"<div class=nav>" * 5_000 + b"Twelve men.", "a")


WORDS = st.lists(st.text(alphabet="abcdéö𝟙中", min_size=1, max_size=6), min_size=1, max_size=12)
ELEMENTS = st.sampled_from(["p", "li", "h2", "td", "div", "b", "a", "aside", "footer", "blockquote", "figcaption"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ELEMENTS, WORDS), min_size=1, max_size=8))
def test_every_word_of_a_page_is_in_the_text_once(parts: list[tuple[str, list[str]]]) -> None:
    body = " ".join(f"<{tag}>{escape(' '.join(words))}</{tag}>" for tag, words in parts)
    document = read_bytes(f"<!doctype html><html><body>{body}</body></html>".encode(), "a")
    assert document.text.replace("|", " ").split() == [word for _, words in parts for word in words]
