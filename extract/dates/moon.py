"""New and full moons, for the feasts that go by them.

After Meeus, Astronomical Algorithms (2nd edition), chapter 49, with the largest terms: right to about ten minutes
between 1900 and 2100. A feast that a community sees begin may lie a day off.
"""

from datetime import date
from math import floor, radians, sin

EPOCH = 2451550.09766  # the Julian day of the new moon of 6 January 2000
MONTH = 29.530588861
FIRST_ORDINAL = 1721424.5  # the Julian day of the midnight that begins the ordinal day 0
DYNAMICAL = 0.0007  # days that the time of the formulas is ahead of the clock, about one minute
FULL = 0.5  # of a month

# coefficient of new and full moon, multiples of the sun's anomaly, the moon's anomaly and its argument of latitude
TERMS = (
    (-0.40720, -0.40614, 0, 1, 0), (0.17241, 0.17302, 1, 0, 0), (0.01608, 0.01614, 0, 2, 0),
    (0.01039, 0.01043, 0, 0, 2), (0.00739, 0.00734, -1, 1, 0), (-0.00514, -0.00515, 1, 1, 0),
    (0.00208, 0.00209, 2, 0, 0), (-0.00111, -0.00111, 0, 1, -2),
)


def moon_day(start: date, full: bool, hours: float) -> date:
    """The day of the first new or full moon from a day on, in the time zone so many hours east of Greenwich."""
    lunation = floor((start.toordinal() + FIRST_ORDINAL - EPOCH) / MONTH) - 1
    while (day := _local_day(lunation + (FULL if full else 0), hours)) < start:
        lunation += 1
    return day


def _local_day(lunation: float, hours: float) -> date:
    moment = _julian_day(lunation) - DYNAMICAL + hours / 24
    return date.fromordinal(floor(moment - FIRST_ORDINAL))


def _julian_day(lunation: float) -> float:
    century = lunation / 1236.85
    sun = radians(2.5534 + 29.10535670 * lunation)
    moon = radians(201.5643 + 385.81693528 * lunation + 0.0107582 * century**2)
    latitude = radians(160.7108 + 390.67050284 * lunation - 0.0016118 * century**2)
    full = lunation % 1 == FULL
    wave = sum(term[full] * sin(term[2] * sun + term[3] * moon + term[4] * latitude) for term in TERMS)
    return EPOCH + MONTH * lunation + 0.00015437 * century**2 + wave
