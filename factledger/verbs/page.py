"""`factledger page`: a page of a PDF as a picture, with what was read from it drawn over it."""

import argparse
from pathlib import Path

from factledger.reading_options import add_reading, settings_of
from factledger.terminal import plain

HELP = "save a page of a PDF as a picture, with frames round what was read"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the page, the picture and what is drawn."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a PDF")
    parser.add_argument("number", metavar="N", type=int, help="the page, from 1")
    parser.add_argument("picture", metavar="OUT.png", type=Path, help="the picture to write")
    parser.add_argument("--boxes", nargs="?", choices=("words", "claims"), const="words",
                        help="frame the words, in the colour of their block, with a line through them in the order "
                             "of reading; or the words of each claim (default: words)")
    parser.add_argument("--dpi", type=int, default=110, metavar="N", help="dots to the inch (default: 110)")
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the picture."""
    import corpus
    from corpus.reader import bytes_of
    from factledger.page_boxes import strokes_of

    settings = settings_of(options)
    data, name = bytes_of(options.file, settings.limits.size), str(options.file)
    with corpus.Sandbox() as sandbox:
        document = sandbox.read(data, name, settings) if options.boxes else None
        strokes = strokes_of(document, options.number, options.boxes) if document else []
        picture = sandbox.picture(data, name, options.number, settings, dpi=options.dpi, strokes=strokes)
    options.picture.write_bytes(picture)
    print(f"{plain(str(options.picture))}: page {options.number} of {plain(name)}")
    return 0
