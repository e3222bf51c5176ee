"""`factledger read`: what was read from a document, in the order in which it was read."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factledger.errors import Failure
from factledger.reading_options import add_reading, settings_of
from factledger.terminal import plain, utf8_output

if TYPE_CHECKING:
    from models import Block, Document

HELP = "show the text of a document as it was read"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the form and the page."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a document")
    parser.add_argument("--format", choices=("text", "blocks", "json"), default="text",
                        help="the text, each block with its kind and address, or all as JSON (default: text)")
    parser.add_argument("--page", type=int, metavar="N", help="only what has words on this page")
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the document; what could not be read is told on standard error."""
    import corpus
    from models import to_dict

    utf8_output()
    settings = settings_of(options)
    document = corpus.read_safely(options.file, settings.limits, settings)
    blocks = document.blocks if options.page is None else on_page(document, options.page)
    if options.format == "json":
        print(json.dumps(to_dict(document), ensure_ascii=False))
    elif options.format == "blocks":
        print(*(_line(document, block) for block in blocks), sep="\n")
    else:
        print("\n\n".join(_text(document, block) for block in blocks))
    for note in document.notes:
        print(f"factledger: {plain(str(options.file))}: {plain(note)}", file=sys.stderr)
    return 0


def on_page(document: "Document", number: int) -> list["Block"]:
    """The blocks with words on the page. Raises Failure when there is no such page."""
    if not any(page.number == number for page in document.pages):
        count = len(document.pages)
        raise Failure(f"there is no page {number}: " + (f"the document has {count:,}" if count else "it has no pages"))
    starts = [word.start for word in document.words if word.page == number]
    return [block for block in document.blocks if any(block.start <= start < block.end for start in starts)]


def _line(document: "Document", block: "Block") -> str:
    kind = f"{block.kind} {block.level}" if block.level else block.kind
    return f"{kind:12} {block.start:>7}-{block.end:<7} {_text(document, block)}".replace("\n", "\n" + 29 * " ")


def _text(document: "Document", block: "Block") -> str:
    """The block's lines; a document cannot steer the terminal."""
    return "\n".join(map(plain, document.text[block.start : block.end].split("\n")))
