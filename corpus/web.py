"""Saved web pages: their elements become blocks, what is round the text becomes boilerplate."""

import re

from lxml import etree, html

from corpus.draft import Draft
from corpus.errors import ReadError
from corpus.media import HTML
from corpus.settings import Settings
from corpus.text import MARKS, decode
from corpus.web_blocks import blocks_of
from corpus.web_metadata import metadata_of

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")     # lxml refuses a decoded text that names an encoding
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding=[\"']([\w-]+)", re.IGNORECASE)
CHARSET_HEAD = 4096


def read_web(data: bytes, name: str, _: Settings) -> Draft:
    """A draft of an HTML page. Raises ReadError when there is nothing to parse."""
    source = DECLARATION.sub("", _decode(data, name)).replace("\x00", "")
    page = _parse(source, name)
    text, blocks = blocks_of(page)
    return Draft(text, blocks, HTML, metadata_of(page, source))


def _decode(data: bytes, name: str) -> str:
    """The page's text by its byte order mark, else as UTF-8, else as it declares, else as guessed."""
    declared = CHARSET.search(data[:CHARSET_HEAD])
    if declared is None or any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data, name)
    try:
        return data.decode("utf8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode((declared[1] or declared[2]).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return decode(data, name)


def _parse(source: str, name: str) -> html.HtmlElement:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        page = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ReadError(name, "the web page is empty or broken", "save the page again from the browser") from None
    if any("depth" in entry.message for entry in parser.error_log):
        raise ReadError(name, "the web page's elements are nested too deeply", "save the page as PDF or text")
    return page
