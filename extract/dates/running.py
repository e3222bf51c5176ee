"""What the text has said of time so far: the year, month and day that a date without them takes.

1. A date lends its year to the later dates of its paragraph. A bare year within a sentence is an aside in the news
   ("up from 69 in 2015"), and in a history that was in a month ("troops who had come in late 1943").
2. The news (a text most of whose years are those around its publication, or that speaks of today and last week)
   falls back to the publication at each new paragraph.
3. Any other text (a history, a judgment) carries the year on from paragraph to paragraph: the latest of the one
   before, since a story moves forward and what it looked back on is left behind.
4. No date is after the publication, unless the words around it speak of the future or it is within two weeks.
"""

from dataclasses import dataclass, field
from datetime import date

from extract.dates.moment import Moment, of_date

LONG_AGO = 10  # years before the story from which a bare year is taken to be an aside
TURN = 9  # so many months back a day or month without a year is of the year to come, in a story that moves on
FRESH = 2  # months before the publication within which a month behind December is that of the new year
SOON = 14  # days after the publication within which a day without a year is taken to be still to come


@dataclass(slots=True)
class Running:
    """What a walk through the text keeps.

    `spoken` is the date last spoken of, `told` the last of this paragraph, `frame` the year that the paragraph lends,
    `ended` whether `told` is the end of a range,
    `opening` the first year that the text will name: a history's first dates may stand before it;
    `future`, `yearly` and `lent` are of the place that is being read: whether the words before it speak of the future,
    those behind it of each year,
    and the year and month of the date that follows at once ("in March and April 2016").
    """

    published: date | None
    news: bool
    day_first: bool
    opening: int | None = None
    spoken: Moment | None = None
    told: Moment | None = None
    frame: int | None = None
    ended: bool = False
    heard: list[Moment] = field(default_factory=list)
    future: bool = False
    yearly: bool = False
    lent: Moment | None = None

    def turn_paragraph(self) -> None:
        """A new paragraph begins."""
        if self.heard:
            self.spoken = max(reversed(self.heard), key=lambda moment: moment.year or 0)
        self.heard.clear()
        self.told = self.frame = None

    def hear(self, moment: Moment | None, fronted: bool, ends_range: bool = False) -> None:
        """The text has spoken of this date, at the opening of a sentence or within it."""
        if moment is None or moment.year is None:
            return
        if not moment.month and self._is_aside(moment.year, fronted):
            return
        self.spoken = self.told = moment
        self.ended = ends_range
        self.heard.append(moment)
        if moment.month or fronted or not self.news:
            self.frame = moment.year

    def _is_aside(self, year: int, fronted: bool) -> bool:
        """Whether a bare year is to come in the news, or in a history lies long before it or within a month's story."""
        if self.news:
            return self.published is not None and year > self.published.year
        if fronted:
            return False
        if self.told and self.told.month:
            return True
        return bool(self.spoken and self.spoken.year is not None and year < self.spoken.year - LONG_AGO)

    def now(self) -> Moment | None:
        """The day of publication."""
        return of_date(self.published) if self.published else None

    def pointed(self) -> Moment | None:
        """What "last year" and "this month" are seen from: the publication, or in a history the date last spoken of."""
        return self.now() if self.news else self.anchor()

    def anchor(self) -> Moment | None:
        """The date last spoken of, in this paragraph or before; the publication where there is none."""
        return self.told or self.spoken or self.now()

    def year_of(self, month: int | None, day: int | None = None) -> int | None:
        """The year for a month or day that stands without one."""
        if self.yearly:
            return None
        if self.lent and self.lent.year is not None:
            wraps = month is not None and self.lent.month is not None and month > self.lent.month
            return self.lent.year - wraps
        carried = self.frame if self.frame or self.news else self.spoken.year if self.spoken else None
        if carried is None and not self.news and self.opening:
            return self.opening
        if carried is not None and self._turns_the_year(carried, month, day):
            return carried + 1
        if self.published is None or (carried is not None and carried != self.published.year):
            return carried
        return self._year_near_publication(self.published, month or 1, day)

    def _turns_the_year(self, year: int, month: int | None, day: int | None) -> bool:
        """Whether a story that was in the last months of a year goes on with the first months of the next."""
        told = self.told
        if not (month and told and told.month) or told.year != year or self.ended:
            return False
        if not (day or told.day or self._is_fresh(year + 1, month)):
            return False
        if told.month - month < TURN:
            return False
        return self.published is None or Moment(year + 1, month, day).edtf <= of_date(self.published).edtf

    def _is_fresh(self, year: int, month: int) -> bool:
        """Whether a month has just passed when the news appears."""
        now = self.published
        return self.news and now is not None and now.year == year and 0 <= now.month - month <= FRESH

    def year_by_weekday(self, year: int, month: int, day: int, weekday: int) -> int:
        """The year next to this one in which the day falls on that weekday; this one if there is none."""
        latest = max(year, self.published.year) if self.published else year
        years = [near for step in range(7) for near in (year - step, year + step) if 1 <= near <= min(latest, 9999)]
        fits = (near for near in years if Moment(near, month, day).exists)
        return next((near for near in fits if date(near, month, day).isoweekday() == weekday), year)

    def _month_by_weekday(self, published: date, day: int, weekday: int) -> tuple[int, int] | None:
        """The month next to the publication in which the day falls on that weekday; a later one only if it is soon."""
        months = [divmod(published.year * 12 + published.month - 1 + step, 12) for step in (0, 1, *range(-1, -12, -1))]
        for year, month in ((year, month + 1) for year, month in months if 1 <= year <= 9999):
            if not Moment(year, month, day).exists or date(year, month, day).isoweekday() != weekday:
                continue
            if self.future or (date(year, month, day) - published).days <= SOON:
                return year, month
        return None

    def _year_near_publication(self, published: date, month: int, day: int | None) -> int:
        ahead = (month, day or 1) > (published.month, published.day)
        if self.future:
            return published.year + (not ahead and published.month - month > 6)
        soon = day is not None and (month - published.month) * 30 + day - published.day <= SOON
        return published.year - (ahead and not soon)

    def month_of(self, day: int, weekday: int | None = None) -> tuple[int | None, int | None]:
        """Year and month for a day of the month that stands alone, or with its weekday."""
        if self.lent and self.lent.month:
            return self.lent.year, self.lent.month
        carried = self.told if self.told and self.told.month else None if self.news else self.spoken
        if carried and carried.month:
            return carried.year, carried.month
        if self.published is None:
            return None, None
        if weekday and (near := self._month_by_weekday(self.published, day, weekday)):
            return near
        year, month = self.published.year, self.published.month
        if day > self.published.day and not self.future:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return year, month
