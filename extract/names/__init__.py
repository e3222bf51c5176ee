"""Names: persons, organisations, places, peoples and events, and which mentions name the same thing."""

from extract.names.check import check
from extract.names.events import find_events
from extract.names.find import find_names
from extract.names.tables import country_of

__all__ = ["check", "country_of", "find_events", "find_names"]
