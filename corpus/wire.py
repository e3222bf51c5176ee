"""A document as bytes and back, exactly: what a reading process may say is data only, never code."""

import json
from dataclasses import replace

import numpy

from models import Document, from_dict, to_dict
from models.word_table import Words

HEAD = 8        # bytes that tell the length of the JSON part


def packed(document: Document) -> bytes:
    """The document without its words as JSON, then the words as a table of doubles."""
    head = json.dumps(to_dict(replace(document, words=()))).encode()
    return len(head).to_bytes(HEAD) + head + Words.of(document.words).table.astype("<f8").tobytes()


def unpacked(data: bytes) -> Document:
    """The inverse of `packed`. Raises ValueError for anything that is no document."""
    size = HEAD + int.from_bytes(data[:HEAD])
    document = from_dict(Document, json.loads(data[HEAD:size]))
    table = numpy.frombuffer(data, dtype="<f8", offset=min(size, len(data)))
    return replace(document, words=Words(table.copy()) if table.size else ())
