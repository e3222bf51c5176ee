"""What a web page says of itself: title, publisher, day of publication and address."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from lxml import html

from corpus.draft import Metadata, clean
from corpus.zones import full_date
from models.rules import load

MOST_JSON = 500_000                                     # characters of one JSON-LD script
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")  # the comment that browsers put into a saved page
WORD = re.compile(r"\w{4,}")
CHANGED = re.compile("updat|modif")
SITE_SUFFIX = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,60}$")


def metadata_of(page: html.HtmlElement, source: str) -> Metadata:
    """From JSON-LD first, then meta elements, then the page's own elements."""
    meta, linked = _meta(page), list(_linked_data(page))
    return Metadata(
        title=_title(_first_line(page), _named(meta, "title") or _page_title(page)),
        publisher=_publisher(linked) or _named(meta, "publisher") or None,
        published=_published(page, meta, linked),
        url=_address(page, meta, source),
    )


@cache
def names(entry: str) -> frozenset[str]:
    """The words of one entry of the table `web`."""
    return frozenset(load("zones")["web"][entry].split())


def _meta(page: html.HtmlElement) -> dict[str, str]:
    """Contents of the meta elements by their name, in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := clean(element.get("content") or ""):
            found.setdefault(name.lower(), content)
    return found


def _named(meta: dict[str, str], entry: str) -> str:
    return next((meta[name] for name in load("zones")["web"][entry].split() if name in meta), "")


def _title(first_line: str, declared: str) -> str:
    """The main heading, unless it has no word of the title that the page declares, as the name of a form has not."""
    known = set(WORD.findall(declared.lower()))
    return first_line if first_line and (not known or known & set(WORD.findall(first_line.lower()))) else declared


def _first_line(page: html.HtmlElement) -> str:
    """The page's only main heading."""
    heads = [clean(element.text_content()) for element in page.iter("h1") if not _is_of_site(element)]
    return heads[0] if len(heads) == 1 else ""


def _is_of_site(element: html.HtmlElement) -> bool:
    """Whether the element or one round it is the site's own, such as its logo."""
    around = [element, *element.iterancestors()]
    said = (f"{each.get('class') or ''} {each.get('id') or ''}" for each in around if each.tag not in ("body", "html"))
    return any(not names("boilerplate-names").isdisjoint(words.lower().split()) for words in said)


def _page_title(page: html.HtmlElement) -> str:
    element = next(page.iter("title"), None)
    return SITE_SUFFIX.sub("", clean(element.text_content())) if element is not None else ""


def _linked_data(page: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """All records of the page's JSON-LD; broken or oversized ones are passed over."""
    for script in page.iter("script"):
        text = script.text or ""
        if script.get("type") != "application/ld+json" or len(text) > MOST_JSON:
            continue
        try:
            yield from _records(json.loads(text))
        except (ValueError, RecursionError):
            continue


def _records(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.extend(item.get("@graph") or [])


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for record in linked:
        publisher = record.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and clean(name):
            return clean(name)
    return None


def _published(page: html.HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]]) -> date | None:
    stated = [record["datePublished"] for record in linked if isinstance(record.get("datePublished"), str)]
    stated.append(_named(meta, "published"))
    days = filter(_tells_day, page.iter("time"))
    stated += [element.get("datetime") or element.text_content() for element in days]
    return next(filter(None, map(full_date, stated)), None)


def _tells_day(element: html.HtmlElement) -> bool:
    """Whether a `time` element says when the page was published."""
    marks = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
    stated = any(word in marks for word in ("publish", "posted", "date")) and not CHANGED.search(marks)
    return stated or element.get("pubdate") is not None


def _address(page: html.HtmlElement, meta: dict[str, str], source: str) -> str | None:
    canonical = next((link.get("href") for link in page.iter("link") if link.get("rel") == "canonical"), None)
    saved = SAVED_FROM.search(source[:2000])
    return canonical or meta.get("og:url") or (saved[1] if saved else None)
