"""A document as bytes and back, exactly: what a reading process may say is data only, never code."""

import json
from dataclasses import replace
from itertools import starmap

import numpy

from models import Document, Word, from_dict, to_dict

COLUMNS = 7     # of a word: start, end, page, left, top, right, bottom
HEAD = 8        # bytes that tell the length of the JSON part


def packed(document: Document) -> bytes:
    """The document without its words as JSON, then the words as a table of doubles."""
    head = json.dumps(to_dict(replace(document, words=()))).encode()
    rows = [(word.start, word.end, word.page, *word.box) for word in document.words]
    return len(head).to_bytes(HEAD) + head + numpy.array(rows, dtype="<f8").tobytes()


def unpacked(data: bytes) -> Document:
    """The inverse of `packed`. Raises ValueError for anything that is no document."""
    size = HEAD + int.from_bytes(data[:HEAD])
    document = from_dict(Document, json.loads(data[HEAD:size]))
    table = numpy.frombuffer(data, dtype="<f8", offset=min(size, len(data))).reshape(-1, COLUMNS)
    addresses, boxes = table[:, :3].astype(int).tolist(), map(tuple, table[:, 3:].tolist())
    words = starmap(Word, ((*address, box) for address, box in zip(addresses, boxes, strict=True)))
    return replace(document, words=tuple(words))
