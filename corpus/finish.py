"""From a draft to a document: zones, kind, language, publisher, checksums."""

from hashlib import sha256

from corpus.draft import Draft, Metadata
from corpus.zones import kind_of, label, language_of, narrator_of
from models import Document
from models.vocabulary import DocumentKind


def finish(draft: Draft, data: bytes | None = None, kind: DocumentKind | None = None) -> Document:
    """The document of a draft; `data` are the source bytes, the text itself when there are none."""
    known: Metadata = draft.metadata
    kind = kind or kind_of(draft.text)
    zoned = label(draft.text, draft.blocks, known.title, kind)
    text_bytes = draft.text.encode("utf8", "surrogatepass")
    text_sum = sha256(text_bytes).hexdigest()
    return Document(
        text=draft.text,
        sha256=text_sum if data is None else sha256(data).hexdigest(),
        text_sha256=text_sum,
        media_type=draft.media_type,
        pages=draft.pages,
        words=draft.words,
        blocks=zoned.blocks,
        title=zoned.title,
        publisher=known.publisher or narrator_of(draft.text),
        published=known.published or zoned.published,
        kind=kind,
        language=language_of(draft.text),
        url=known.url,
        notes=draft.notes,
    )
