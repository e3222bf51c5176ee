"""What stands round the text of a web page, told by what it says: lists of other pages, comments, forms, notices."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html

from corpus.draft import clean
from corpus.zones import opens_boilerplate

HEADINGS = {f"h{level}": level for level in range(1, 7)}
WHOLE = ("html", "body", "main", "article")       # never round the text
MOST_LOOKED_AT = 300       # headings and forms of a page
PICTURES = ("figure", "figcaption")
LEAST_LINKED = 0.25        # of the letters under the heading of a list of other pages
MOSTLY_LINKED = 0.5        # of the letters of each element that follows such a heading among the text
LONGEST_FORM = 400         # characters of a form that asks for an address, with what is said of it
LONGEST_NOTICE = 600
NOTICE = re.compile(r"(?:©|copyright\b)[^.]{0,30}\d{4}", re.IGNORECASE)
LETTER = re.compile(r"\w")


def around(root: html.HtmlElement, main: html.HtmlElement | None) -> set[html.HtmlElement]:
    """The elements that are not of the page's text."""
    return {*_sections(root, main), *_forms(root, main), *_notice(root, main)}


def _sections(root: html.HtmlElement, main: html.HtmlElement | None) -> Iterator[html.HtmlElement]:
    """What a heading such as "Related articles" or "Comments (12)" stands over."""
    longest = len(root.text_content()) // 2
    for heading in islice(root.iter(*HEADINGS), MOST_LOOKED_AT):
        if opens_boilerplate(said := clean(heading.text_content())):
            top = _top(heading, main, longest)
            if top is heading or clean(top.text_content()) == said:
                yield from _following(top, HEADINGS[str(heading.tag)])
            elif _linked(top) >= LEAST_LINKED or "omment" in said:
                yield top


def _following(top: html.HtmlElement, level: int) -> Iterator[html.HtmlElement]:
    """The heading and the lists of links behind it, where both stand among other elements."""
    for sibling in top.itersiblings():
        if not isinstance(sibling.tag, str) or not LETTER.search(sibling.text_content()):
            continue
        if HEADINGS.get(sibling.tag, level + 1) <= level or _linked(sibling) < MOSTLY_LINKED:
            return
        yield from (top, sibling)


def _forms(root: html.HtmlElement, main: html.HtmlElement | None) -> Iterator[html.HtmlElement]:
    """Forms that ask for an address, with the words that praise what is sent to it."""
    for form in islice(root.iter("form"), MOST_LOOKED_AT):
        if form.find(".//input[@type='email']") is not None and len(form.text_content()) <= LONGEST_FORM:
            yield _top(form, main, LONGEST_FORM, first=False)


def _notice(root: html.HtmlElement, main: html.HtmlElement | None) -> Iterator[html.HtmlElement]:
    """The last notice of a copyright, with what follows it in its element."""
    elements = (element for element in root.iter() if isinstance(element.tag, str))
    marked = [element for element in elements if NOTICE.match((element.text or "").strip())]
    if marked and not any(each.tag in PICTURES for each in (marked[-1], *marked[-1].iterancestors())):
        yield _top(marked[-1], main, LONGEST_NOTICE)


def _top(
    element: html.HtmlElement, main: html.HtmlElement | None, longest: int, first: bool = True
) -> html.HtmlElement:
    """The largest element of no more than so many characters that holds this one, as the first thing it says."""
    parent = element.getparent()
    while parent is not None and parent is not main and parent.tag not in WHOLE:
        if len(parent.text_content()) > longest or (first and _says_something_before(element, parent)):
            break
        element, parent = parent, parent.getparent()
    return element


def _says_something_before(element: html.HtmlElement, parent: html.HtmlElement) -> bool:
    before = (f"{sibling.text_content()} {sibling.tail or ''}" for sibling in element.itersiblings(preceding=True)
              if isinstance(sibling.tag, str))
    return bool(LETTER.search(parent.text or "")) or any(map(LETTER.search, before))


def _linked(element: html.HtmlElement) -> float:
    """The share of the element's letters that are links."""
    letters = len(LETTER.findall(element.text_content()))
    links = [element] if element.tag == "a" else element.iter("a")
    return sum(len(LETTER.findall(link.text_content())) for link in links) / max(1, letters)
