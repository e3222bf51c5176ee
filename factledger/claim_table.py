"""Claims as a table that reads well from 100 columns on: a line of slots, and below it the words of the source."""

from db import StoredClaim
from factledger.terminal import plain, shortened
from models import Claim, When
from models.wording import value_in_words

# the columns with the most characters that each may take
COLUMNS = {
    "id": 12, "value": 18, "event": 20, "counted": 26, "who says so": 26, "date": 21, "place": 20, "state": 13,
}
FLEXIBLE = ("counted", "who says so", "place", "value", "date")  # these give way on a narrow terminal
NARROWEST = 8
GAP = "  "
BEFORE = 1 / 3  # of a shortened quote stands before the number at most


def claim_cells(stored: StoredClaim) -> list[str]:
    """The claim's slots in the order of COLUMNS; what the source leaves open is a dash."""
    claim = stored.claim
    event = claim.event if claim.status == "stated" else f"{claim.event}, {claim.status}"
    return [
        stored.id, value_in_words(claim.quantity, claim.kind), event, claim.counted.text or "-",
        claim.source.name or "-", _day(claim.happened) or _as_of(claim.as_of) or "-",
        claim.place.name if claim.place else "-", stored.state,
    ]


def _day(when: When | None) -> str:
    return when.edtf if when else ""


def _as_of(when: When | None) -> str:
    return f"by {when.edtf}" if when else ""


def widths(rows: list[list[str]], width: int) -> list[int]:
    """How wide each column is, so that all fit: the widest of the flexible ones give way first."""
    found = [min(most, max(len(row[number]) for row in rows)) for number, most in enumerate(COLUMNS.values())]
    flexible = [list(COLUMNS).index(name) for name in FLEXIBLE]
    while sum(found) + len(GAP) * (len(found) - 1) > width:
        widest = max(flexible, key=lambda number: found[number])
        if found[widest] <= NARROWEST:
            break
        found[widest] -= 1
    return found


def line(cells: list[str], sizes: list[int]) -> str:
    """One row with aligned columns."""
    return GAP.join(shortened(cell, size).ljust(size) for cell, size in zip(cells, sizes, strict=True)).rstrip()


def quote(text: str, claim: Claim, width: int) -> str:
    """The claim's words in one line; where they are too many, those around the number."""
    whole = plain(text[claim.start:claim.end])
    before = plain(text[claim.start:claim.number.start])
    if len(whole) <= width or len(before) <= width * BEFORE:
        return shortened(whole, width)
    kept = before[-int(width * BEFORE):].partition(" ")[2]
    return shortened(plain(f"… {kept} {text[claim.number.start:claim.end]}"), width)
