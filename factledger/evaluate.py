"""How good the extraction is on the gold documents: figures per slot, event, label and rule."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import from_text
from factledger.gold import GOLD, GoldDocument, GoldError, load_gold
from factledger.scoring import Scores, add_scores
from factledger.scoring.tables import draw_markdown, draw_plain, list_errors, tables
from models import Document, Extraction


@dataclass(frozen=True, slots=True)
class Report:
    """`scores` holds the tallies and disagreements; counts are of the gold documents and their claims."""

    documents: int
    claims: int
    scores: Scores


def evaluate(gold: Path = GOLD, run: Callable[[Document], Extraction] | None = None) -> Report:
    """Extracts every gold document (with `run`, else by our own rules) and compares.

    Raises GoldError when the gold is missing or wrong.
    """
    run = run or _our_rules()
    documents = load_gold(gold)
    scores = Scores()
    for document in documents:
        add_scores(scores, document, run(as_document(document)))
    return Report(len(documents), sum(len(document.claims) for document in documents), scores)


def _our_rules() -> Callable[[Document], Extraction]:
    """Loaded only when needed: spaCy takes half a second to start."""
    from extract import extract

    return extract


def as_document(gold: GoldDocument) -> Document:
    """The gold text as a reader gives it, with the zones that the gold says: reading them is measured elsewhere.

    Raises GoldError when reading changes the text.
    """
    document = from_text(gold.text, published=gold.published, title=gold.title, kind=gold.kind)
    if document.text != gold.text:
        raise GoldError(f"{gold.name}: reading changes the text, so its offsets cannot be compared")
    return replace(document, publisher=gold.publisher, blocks=gold.blocks)


def render(report: Report, errors: bool = False, markdown: bool = False) -> str:
    """The tables as plain text or Markdown; with `errors` every disagreement with its sentence."""
    draw = draw_markdown if markdown else draw_plain
    parts = [f"{report.documents} gold documents, {report.claims} marked claims"]
    parts += [draw(title, names, rows) for title, names, rows in tables(report.scores) if rows]
    if errors:
        parts.append("\n\n".join(list_errors(report.scores.disagreements)))
    return "\n\n".join(parts) + "\n"
