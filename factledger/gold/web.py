"""A gold document as a saved web page, with the metadata and the boilerplate that such pages have."""

from html import escape
from pathlib import Path

from factledger.gold.blocks import grouped_blocks
from factledger.gold.shapes import GoldDocument

HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} | {publisher}</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{publisher}">
<meta property="article:published_time" content="{published}T09:00:00+00:00">
</head>
<body>
"""
ELEMENTS = {
    "title": "<h1>{}</h1>", "caption": "<figure><figcaption>{}</figcaption></figure>",
    "boilerplate": '<div class="donate">{}</div>', "footnote": '<p class="footnote">{}</p>',
    "footer": "<footer><p>{}</p></footer>", "header": "<header><p>{}</p></header>",
}


def write_html(document: GoldDocument, path: Path) -> None:
    path.write_text(_page(document), encoding="utf8")


def _page(document: GoldDocument) -> str:
    facts = {"title": document.title, "publisher": document.publisher, "published": document.published.isoformat()}
    parts = [HEAD.format(**{name: escape(fact) for name, fact in facts.items()}), "<article>"]
    foot = ""
    for kind, level, texts in grouped_blocks(document):
        element = _element(kind, level, [escape(text, quote=False) for text in texts])
        if kind == "footer":
            foot = element
        else:
            parts.append(element)
    return "\n".join([*parts, "</article>", foot, "</body>", "</html>"]) + "\n"


def _element(kind: str, level: int, texts: list[str]) -> str:
    if kind == "list_item":
        return "<ul>\n" + "\n".join(f"<li>{text}</li>" for text in texts) + "\n</ul>"
    if kind == "table":
        rows = ("".join(f"<td>{cell}</td>" for cell in text.split(" | ")) for text in texts)
        return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
    if kind == "heading":
        return f"<h{level + 1}>{texts[0]}</h{level + 1}>"
    return ELEMENTS.get(kind, "<p>{}</p>").format(texts[0])
