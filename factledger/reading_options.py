"""Arguments of the verbs that read documents, and the reader's settings that they make."""

import argparse
import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus import Settings

PASSWORD = "FACTLEDGER_PASSWORD"


def add_reading(parser: argparse.ArgumentParser) -> None:
    """`--password`, `--ocr`, `--languages`, `--seconds`."""
    parser.add_argument("--password", default=os.environ.get(PASSWORD), metavar="WORD",
                        help=f"opens a protected PDF (default: ${PASSWORD}, which no list of processes shows)")
    parser.add_argument("--ocr", choices=("auto", "never", "always"), default="auto",
                        help="text recognition by tesseract: of pages without text where it is installed (auto), "
                             "of none, or of all pages (default: auto)")
    parser.add_argument("--languages", default="eng", metavar="A+B",
                        help="what text recognition expects, by tesseract's names (default: eng)")
    parser.add_argument("--seconds", type=positive, default=120, metavar="N",
                        help="a document that takes longer to read is given up (default: 120)")


def add_names(parser: argparse.ArgumentParser) -> None:
    """`--ner`."""
    parser.add_argument("--ner", type=_pipeline, metavar="PACKAGE",
                        help="an installed spaCy pipeline, or its folder, that proposes more persons, organisations "
                             "and places; what the rules find stands, and each name keeps its origin")


def positive(word: str) -> int:
    """A whole number from 1 to a million."""
    if not word.isdecimal() or not 0 < int(word) < 10**6:
        raise argparse.ArgumentTypeError(f"{word!r} is no whole number above zero")
    return int(word)


def _pipeline(word: str) -> str:
    """The name of an installed package, or the whole path of a folder, for processes that work elsewhere."""
    if Path(word).is_dir():
        return str(Path(word).resolve())
    if not word.isidentifier() or find_spec(word) is None:
        raise argparse.ArgumentTypeError(f"no spaCy pipeline {word!r} is installed: install it with pip, "
                                         "or give its folder")
    return word


def settings_of(options: argparse.Namespace) -> "Settings":
    """The reader's settings that these arguments ask for."""
    from corpus import Limits, Settings

    limits = Limits(seconds=options.seconds, processor_seconds=options.seconds)
    return Settings(options.password, options.ocr, tuple(options.languages.split("+")), limits,
                    getattr(options, "ner", None))
