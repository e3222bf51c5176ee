"""Everything that was found in one document."""

from dataclasses import dataclass

from models.case import Case
from models.claim import Claim, Numeral
from models.mention import Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """`case` is None unless the document is a decision."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    numerals: tuple[Numeral, ...] = ()
    case: Case | None = None
