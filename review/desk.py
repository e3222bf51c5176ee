"""What all visits share while the page is served."""

from dataclasses import dataclass, field

from db import Store
from review.attempts import Attempts
from review.readings import Readings
from review.sessions import Sessions
from review.settings import Settings


@dataclass(frozen=True)
class Desk:
    """The ledger, how it is served, who is logged in, and what was read from the ledger before."""

    store: Store
    settings: Settings
    sessions: Sessions = field(default_factory=Sessions)
    attempts: Attempts = field(default_factory=Attempts)
    readings: Readings = field(default_factory=Readings)
    link: list[str] = field(default_factory=list)  # the start-up link's secret, until it was used

    def close(self) -> None:
        """Lets go of everything."""
        self.store.close()
