"""What a pattern's slot asks of a token, as bits."""

from dataclasses import dataclass
from functools import cache

from extract.claims.features import bits_of


@dataclass(frozen=True, slots=True)
class Need:
    """What one token must have, as bits: all of `wanted`, none of `refused`, and of each of `either` one."""

    wanted: int
    refused: int
    either: tuple[int, ...]

    def fits(self, token: int) -> bool:
        if token & self.wanted != self.wanted or token & self.refused:
            return False
        for choice in self.either:  # noqa: SIM110 - all() is three times as slow, and this is asked most of all
            if not token & choice:
                return False
        return True


@cache
def need_of(features: tuple[str, ...]) -> Need:
    """These features, as a slot writes them: "people", "people|elided", "!people"."""
    choices = [feature.split("|") for feature in features if not feature.startswith("!")]
    refused = [word for feature in features if feature.startswith("!") for word in feature[1:].split("|")]
    return Need(
        bits_of(choice[0] for choice in choices if len(choice) == 1),
        bits_of(refused),
        tuple(bits_of(choice) for choice in choices if len(choice) > 1),
    )
