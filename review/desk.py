"""What all visits share while the page is served."""

from dataclasses import dataclass, field

from db import Store
from review.agreements import Agreements
from review.attempts import Attempts
from review.pictures import Pictures
from review.readings import Readings
from review.settings import Settings
from review.worths import Worths


@dataclass(frozen=True)
class Desk:
    """The ledger, how it is served, and what was read from the ledger before."""

    store: Store
    settings: Settings
    attempts: Attempts = field(default_factory=Attempts)
    readings: Readings = field(default_factory=Readings)
    pictures: Pictures = field(default_factory=Pictures)
    worths: Worths = field(default_factory=Worths)
    agreements: Agreements = field(default_factory=Agreements)
    link: list[str] = field(default_factory=list)  # the start-up link's secret, until it was used

    def close(self) -> None:
        """Lets go of everything."""
        self.pictures.close()
        self.store.close()
