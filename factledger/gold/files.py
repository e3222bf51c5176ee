"""Readable files made from the marked sources: one format per document, as its header says."""

from collections.abc import Callable
from pathlib import Path

from factledger.gold.docx import write_docx
from factledger.gold.markup import GOLD, load_gold
from factledger.gold.pdf import write_pdf
from factledger.gold.shapes import GoldDocument
from factledger.gold.web import write_html

Writer = Callable[[GoldDocument, Path], None]


def write_text(document: GoldDocument, path: Path) -> None:
    path.write_text(document.text + "\n", encoding="utf8")


WRITERS: dict[str, Writer] = {"txt": write_text, "html": write_html, "docx": write_docx, "pdf": write_pdf}


def write_files(folder: Path = GOLD, target: Path | None = None) -> list[Path]:
    """Writes each gold document in its format into `target` (the folder itself if None); the paths written."""
    target = target or folder
    paths = []
    for document in load_gold(folder):
        path = target / f"{document.name}.{document.format}"
        WRITERS[document.format](document, path)
        paths.append(path)
    return paths
