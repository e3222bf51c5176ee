"""`factledger extract`: what is found in documents, without a database."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factledger.paths import named
from factledger.reading_options import add_names, add_reading, settings_of
from factledger.terminal import plain, utf8_output

if TYPE_CHECKING:
    from corpus import Settings

HELP = "print what is found in documents as JSON lines, without a database"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files and the format."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a file, a folder (with all below it) or a pattern")
    parser.add_argument("--format", choices=("jsonl",), default="jsonl", help="one line per file (default: jsonl)")
    add_reading(parser)
    add_names(parser)


def run(options: argparse.Namespace) -> int:
    """Status 1 when a file failed; the others are printed all the same."""
    utf8_output()
    found = named(options.files)
    problems = [f"{word}: {reason}" for word, reason in found.missing]
    settings = settings_of(options)
    for path in found.files:
        if problem := _print(path, settings):
            problems.append(problem)
    for problem in problems:
        print(f"factledger: {plain(problem)}", file=sys.stderr)
    return 1 if problems else 0


def _print(path: Path, settings: "Settings") -> str:
    """Prints the file's line, or returns the problem."""
    from factledger.problem import problem_of
    from factledger.reading import extracted

    try:
        document, found = extracted(path, settings)
    except Exception as error:
        return problem_of(error).about(path)
    print(json.dumps(_entry(document, found), ensure_ascii=False), flush=True)
    return ""


def _entry(document: Any, found: Any) -> dict[str, Any]:
    from models import to_dict

    return {"document": to_dict(document), **to_dict(found)}
