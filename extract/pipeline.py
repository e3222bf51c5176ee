"""The cascade as a spaCy pipeline: each stage is a component that any spaCy pipeline can take.

factledger_dates, factledger_numbers, factledger_law, factledger_names, factledger_claims: each reads what the ones
before it left in `doc.user_data`. factledger_spans then puts the results where spaCy's users look for them: `doc.ents`,
`doc.spans["claims"]`, `doc._.claims`, `doc._.extraction`.
"""

import gc
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from extract.claims.cascade import find_all
from extract.dates import find_dates
from extract.law import find_charges, find_law, read_case, with_judges, with_parties
from extract.names import find_events, find_names
from extract.names.trained import with_proposals
from extract.numbers import Number, find_numbers
from extract.numerals import number_mentions
from extract.tokens import Tokens, make_tokenizer
from models import Block, Document, Extraction, Mention, Span

KEY = "factledger"
SPANS = "factledger_spans"


@dataclass(slots=True)
class Found:
    """What the stages have found so far in one document."""

    document: Document
    ner: str | None = None  # a trained pipeline that proposes more names
    dates: list[Mention] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    charges: list[Span] = field(default_factory=list)  # whole, also where a provision in them has a mention of its own
    law: list[Mention] = field(default_factory=list)
    names: list[Mention] = field(default_factory=list)
    extraction: Extraction = field(default_factory=Extraction)


@cache
def pipeline() -> Language:
    """The whole cascade, made once."""
    nlp = spacy.blank("en")
    nlp.max_length = 20_000_000
    nlp.tokenizer = make_tokenizer(nlp)
    for stage in ("dates", "numbers", "law", "names", "claims", "spans"):
        nlp.add_pipe(f"factledger_{stage}")
    _settle(nlp)
    return nlp


def _settle(nlp: Language) -> None:
    """Loads all tables with a first sentence, and takes them out of the garbage collector's rounds.

    They live as long as the process; walking their 300,000 objects again and again cost a tenth of the time.
    """
    nlp("On 5 May 2021, 12 people were killed in Lima, the ministry said.")
    gc.collect()
    gc.freeze()


def find(document: Document, ner: str | None = None) -> Doc:
    """The document as a spaCy Doc with the findings of all stages in `doc.user_data`."""
    nlp = pipeline()
    with _uncollected():
        doc = nlp.make_doc(document.text)
        doc.user_data[KEY] = Found(document, ner)
        for name, stage in nlp.pipeline:
            if name != SPANS:
                doc = stage(doc)
    return doc


def run(document: Document) -> Doc:
    """The same with the findings in spaCy's own places too."""
    doc: Doc = spans(find(document))
    return doc


@contextmanager
def _uncollected() -> Iterator[None]:
    """No rounds of the garbage collector within one document: what is made for it lives until its end anyway."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def prepare(document: Document) -> tuple[Document, Tokens, list[Number], list[Mention]]:
    """What the claim rules start from: the document, its tokens, numbers and mentions."""
    doc = find(document)
    found = found_in(doc)
    return document, tokens_of(doc), found.numbers, mentions_of(found)


def tokens_of(doc: Doc) -> Tokens:
    """The tokens of a Doc."""
    return Tokens(found_in(doc).document.text, doc)


def mentions_of(found: Found) -> list[Mention]:
    return sorted([*found.dates, *found.law, *found.names], key=lambda mention: mention.start)


def found_in(doc: Doc) -> Found:
    """The findings of a Doc; a Doc of another pipeline is taken as one plain report."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = Found(plain_document(doc.text))
    found: Found = doc.user_data[KEY]
    return found


def plain_document(text: str) -> Document:
    """One paragraph with no date, for a Doc that did not come from a reader."""
    digest = sha256(text.encode("utf8", "surrogatepass")).hexdigest()
    return Document(text, digest, digest, "text/plain", blocks=(Block("paragraph", 0, len(text)),))


@Language.component("factledger_dates")
def dates(doc: Doc) -> Doc:
    found = found_in(doc)
    document = found.document
    events = find_events(document.text)  # the month of "the January events" is a part of a name
    days = find_dates(document.text, document.blocks, document.published)
    found.dates = [day for day in days if not any(e.start <= day.start < e.end for e in events)]
    return doc


@Language.component("factledger_numbers")
def numbers(doc: Doc) -> Doc:
    found = found_in(doc)
    found.numbers = find_numbers(found.document.text, found.dates)
    open_numbers = [number for number in found.numbers if number.fate is None]
    found.dates = outside(found.dates, open_numbers)  # "1000 dirhams" is no year
    return doc


@Language.component("factledger_law")
def law(doc: Doc) -> Doc:
    found, document = found_in(doc), found_in(doc).document
    found.charges = find_charges(document.text)
    found.law = find_law(document.text, document.blocks, document.kind, found.dates, found.charges)
    found.dates = apart(found.dates, found.law)  # the year of "[2019] AC 412" is a part of the citation
    return doc


@Language.component("factledger_names")
def names(doc: Doc) -> Doc:
    found, document = found_in(doc), found_in(doc).document
    taken = sorted([*found.dates, *found.law], key=lambda mention: mention.start)
    names = find_names(document.text, document.blocks, taken, document.publisher)
    figures = [number for number in found.numbers if number.label or number.fate is None]
    names = outside(names, figures)  # "40,000 French francs", "Forty-one officers"
    if found.ner:
        names = with_proposals(document.text, names, taken, found.ner)
    found.names = with_judges(with_parties(document.text, names, document.kind), found.law)
    return doc


@Language.component("factledger_claims")
def claims(doc: Doc) -> Doc:
    found = found_in(doc)
    mentions = mentions_of(found)
    made, numerals = find_all(found.document, tokens_of(doc), found.numbers, mentions, found.charges)
    quantities = number_mentions(found.numbers, mentions)
    everything = tuple(sorted([*mentions, *quantities], key=lambda mention: (mention.start, mention.end)))
    case = read_case(found.document, everything) if found.document.kind == "decision" else None
    found.extraction = Extraction(everything, tuple(made), tuple(numerals), case)
    return doc


def outside(mentions: list[Mention], numbers: list[Number]) -> list[Mention]:
    """The mentions that do not lie inside one of the numbers."""
    starts = [number.start for number in numbers]
    kept = []
    for mention in mentions:
        before = bisect_right(starts, mention.start) - 1
        if before < 0 or mention.end > numbers[before].end:
            kept.append(mention)
    return kept


def apart(mentions: list[Mention], others: list[Mention]) -> list[Mention]:
    """The mentions that touch none of the others, which are in order and do not overlap."""
    ends = [other.end for other in others]
    kept = []
    for mention in mentions:
        at = bisect_right(ends, mention.start)
        if at == len(others) or others[at].start >= mention.end:
            kept.append(mention)
    return kept


@Language.component(SPANS)
def spans(doc: Doc) -> Doc:
    """The findings in spaCy's own places, for those who go on with the Doc."""
    extraction = found_in(doc).extraction
    spans = [doc.char_span(m.start, m.end, label=m.label, alignment_mode="expand") for m in extraction.mentions]
    doc.ents = filter_spans([span for span in spans if span is not None])
    rows = [doc.char_span(c.start, c.end, label=c.event, alignment_mode="expand") for c in extraction.claims]
    doc.spans["claims"] = [span for span in rows if span is not None]
    doc._.claims = extraction.claims
    doc._.extraction = extraction
    return doc


for name in ("claims", "extraction"):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)
