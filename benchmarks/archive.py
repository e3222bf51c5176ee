"""An archive of any size, made of our own sentences: the same seed makes the same files.

`python -m benchmarks.archive FOLDER 1000 --hostile 30` writes it.
"""

import argparse
import random
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

from benchmarks.text import report
from tests.corpus.hostile import TABLE

WORDS = (400, 12_000)       # of one document; most are short, as in real archives
STYLE = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=7, alignment=4)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("documents", type=int)
    asked.add_argument("--hostile", type=int, default=0)
    options = asked.parse_args()
    made = make(options.folder, options.documents, options.hostile)
    print(f"{len(made):,} files, {sum(path.stat().st_size for path in made):,} bytes, in {options.folder}")


def make(folder: Path, documents: int, hostile: int = 0, seed: int = 1, most: int = WORDS[1]) -> list[Path]:
    """So many files, so many of them hostile; no document has more than `most` words."""
    folder.mkdir(parents=True, exist_ok=True)
    draw, paths = random.Random(seed), []
    for number in range(documents - hostile):
        words = min(most, int(draw.paretovariate(1.2) * WORDS[0]))
        paths.append(folder / f"report-{number:05}.pdf")
        paths[-1].write_bytes(document(words, seed * 1_000_000 + number))
    bad = [(name, harm) for name, harm, sentence in TABLE if sentence]
    for number in range(hostile):
        name, harm = bad[number % len(bad)]
        paths.append(folder / f"hostile-{number:02}-{name}")
        paths[-1].write_bytes(harm() + b"\n" * number)      # the bytes differ, so that none is known already
    return paths


def document(words: int, seed: int) -> bytes:
    """A report of so many words as a PDF."""
    made = BytesIO()
    paragraphs = [Paragraph(text, STYLE) for text in report(words, seed).split("\n\n")]
    SimpleDocTemplate(made, pagesize=A4, invariant=1).build(paragraphs)
    return made.getvalue()


if __name__ == "__main__":
    main()
