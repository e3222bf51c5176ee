"""What we know: the shapes of a document, a claim and a decision; the words and rules as data."""

from models.case import Case, Party
from models.claim import Claim, Counted, Numeral, Place, Source, When, Whole
from models.document import Block, Box, Document, Page, Word
from models.extraction import Extraction
from models.mention import DateValue, Mention
from models.quantity import Quantity
from models.serial import ShapeError, from_dict, to_dict, to_json
from models.span import Phrase, Span

__all__ = [
    "Block", "Box", "Case", "Claim", "Counted", "DateValue", "Document", "Extraction", "Mention", "Numeral",
    "Page", "Party", "Phrase", "Place", "Quantity", "ShapeError", "Source", "Span", "When", "Whole", "Word",
    "from_dict", "to_dict", "to_json",
]
