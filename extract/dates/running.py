"""What the text has said of time so far: the year, month and day that a date without them takes.

1. A paragraph that names a year lends it to its later dates.
2. A text that tells the news (most of its years are those around its publication) falls back to the publication
   at each new paragraph, so that an aside about older events does not colour the next paragraph.
3. Any other text (a history, a judgment) carries its last year on from paragraph to paragraph.
4. No date goes past the publication unless the words around it speak of the future.
"""

from dataclasses import dataclass, field
from datetime import date

from extract.dates.moment import Moment, of_date


@dataclass(slots=True)
class Running:
    """What a walk through the text keeps; `spoken` is the date last spoken of, `told` the last of this paragraph."""

    published: date | None
    news: bool
    day_first: bool
    spoken: Moment | None = None
    told: Moment | None = None
    future: bool = False
    lent: Moment | None = None
    heard: list[Moment] = field(default_factory=list)

    def turn_paragraph(self) -> None:
        """A new paragraph begins."""
        if self.heard:
            self.spoken = max(reversed(self.heard), key=lambda moment: moment.year or 0)
        self.heard.clear()
        self.told = None

    def hear(self, moment: Moment) -> None:
        """The text has spoken of this date. A bare year keeps the month and day when it is the year already running."""
        if moment.year is None:
            return
        self.spoken = moment
        self.told = moment
        self.heard.append(moment)

    def now(self) -> Moment | None:
        """The day of publication."""
        return of_date(self.published) if self.published else None

    def pointed(self) -> Moment | None:
        """What "last year" and "this month" are seen from: the publication, or in a history the date last spoken of."""
        return self.now() if self.news else self.anchor()

    def anchor(self) -> Moment | None:
        """The date last spoken of, in this paragraph or before; for news without one, the publication."""
        return self.told or self.spoken or self.now()

    def year_of(self, month: int | None, day: int | None = None) -> int | None:
        """The year for a month or day that stands without one."""
        if self.lent and self.lent.year is not None:
            return self.lent.year - (month is not None and self.lent.month is not None and month > self.lent.month)
        if self.told and self.told.year is not None:
            return self.told.year
        if self.spoken and self.spoken.year is not None and not self.news:
            return self.spoken.year
        if self.published is None:
            return self.spoken.year if self.spoken else None
        past = (month or 1, day or 1) <= (self.published.month, self.published.day)
        return self.published.year if past or self.future else self.published.year - 1

    def month_of(self, day: int) -> tuple[int | None, int | None]:
        """Year and month for a day of the month that stands alone."""
        if self.lent and self.lent.month:
            return self.lent.year, self.lent.month
        for moment in (self.told, self.spoken):
            if moment and moment.month and (moment is self.told or not self.news):
                return moment.year, moment.month
        if self.spoken and self.spoken.month and self.published is None:
            return self.spoken.year, self.spoken.month
        if self.published is None:
            return None, None
        year, month = self.published.year, self.published.month
        if day > self.published.day and not self.future:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return year, month
