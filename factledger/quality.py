"""The quality gate: the F1 of every slot on the gold corpus may not fall; only pinning lowers the floor."""

import json
from pathlib import Path

from factledger.scoring import Scores, Tally

QUALITY = Path(__file__).parent.parent / "tests" / "quality.json"
ROUNDING = 0.00005  # the floor is written with four decimals


def pin(scores: Scores, path: Path = QUALITY) -> None:
    """Writes the present F1 of every slot as the floor; the only way to lower it."""
    floor = {slot: round(tally.f1, 4) for slot, tally in sorted(scores.slots.items()) if tally.f1 is not None}
    path.write_text(json.dumps(floor, indent=2) + "\n", encoding="utf8")


def fallen(scores: Scores, path: Path = QUALITY) -> list[str]:
    """One sentence for each slot that is below its floor. Raises FileNotFoundError when no floor is pinned."""
    floor: dict[str, float] = json.loads(path.read_text(encoding="utf8"))
    now = {slot: scores.slots.get(slot, Tally()).f1 or 0.0 for slot in floor}
    return [
        f"{slot}: F1 {now[slot]:.4f} is below its floor of {least:.4f}; only `factledger evaluate --pin` lowers a floor"
        for slot, least in floor.items() if now[slot] < least - ROUNDING
    ]
