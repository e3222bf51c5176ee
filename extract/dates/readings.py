"""The readings by the names that a rule's `reads` may have."""

from collections.abc import Callable, Mapping

from extract.dates import calendar_readings, part_readings, period_readings, told_readings, weekday_readings
from extract.dates.running import Running
from extract.dates.slots import Reading, Slots

READINGS: Mapping[str, Callable[[Slots, Running], Reading | None]] = {
    "calendar": calendar_readings.calendar,
    "year": calendar_readings.year,
    "numeric": calendar_readings.numeric,
    "day_of_instant": calendar_readings.day_of_instant,
    "stretch": calendar_readings.stretch_of_days,
    "which_month": calendar_readings.which_month,
    "season": period_readings.season,
    "week_number": period_readings.week_number,
    "week_of_day": period_readings.week_of_day,
    "stretch_to_date": period_readings.stretch_to_date,
    "part": part_readings.part,
    "numbered": part_readings.numbered,
    "half_of_month": part_readings.half_of_month,
    "half_of_years": part_readings.half_of_years,
    "decade": period_readings.decade,
    "decade_by_name": period_readings.decade_by_name,
    "weekday_of_month": calendar_readings.weekday_of_month,
    "weekday_of_week": weekday_readings.weekday_of_week,
    "century": period_readings.century,
    "era": period_readings.era,
    "two_years": period_readings.two_years,
    "fiscal_year": period_readings.fiscal_year,
    "holiday": calendar_readings.holiday,
    "edge": part_readings.edge,
    "up_to_now": told_readings.up_to_now,
    "so_far": told_readings.so_far,
    "deictic": told_readings.deictic,
    "stretch_told": told_readings.stretch_told,
    "offset": told_readings.offset,
    "offset_ahead": told_readings.offset_ahead,
    "offset_from": told_readings.offset_from,
    "neighbour": told_readings.neighbour,
    "period": told_readings.told_period,
    "weekend": weekday_readings.weekend,
    "weekday": weekday_readings.weekday,
    "one_further": weekday_readings.one_further,
    "vague": told_readings.vague,
}
