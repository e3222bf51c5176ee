"""A long document goes through piece by piece; what is found is as if it had been read at once."""

import pytest

from benchmarks.text import report
from corpus import from_text
from extract import extract
from extract.claims import pieces
from extract.sentences import sentences
from factledger.evaluate import as_document
from factledger.gold import load_gold
from models import Document

DOCUMENTS = {gold.name: as_document(gold) for gold in load_gold()} | {"made": from_text(report(2_000))}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
@pytest.mark.parametrize("size", [0, 700])
def test_pieces_are_as_the_whole(document: Document, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = extract(document)
    monkeypatch.setattr(pieces, "PIECE", size)
    assert extract(document) == whole


def test_a_piece_is_whole_paragraphs() -> None:
    document = from_text(report(2_000))
    spans = list(sentences(document.text, document.blocks))
    assert list(pieces._pieces(spans)) == [(0, len(spans))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE", 700)
        parts = list(pieces._pieces(spans))
    assert len(parts) > 10
    assert [first for first, _ in parts] == [0, *(last for _, last in parts[:-1])] and parts[-1][1] == len(spans)
    assert all(spans[last - 1][1] is not spans[last][1] for _, last in parts[:-1])
