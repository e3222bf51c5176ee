"""Numbers that are mentions of their own: money, percentages, ages, durations."""

from bisect import bisect_left
from collections.abc import Sequence

from extract.numbers import Number
from models import Mention


def number_mentions(numbers: Sequence[Number], mentions: Sequence[Mention]) -> list[Mention]:
    """The labelled numbers that lie in no other mention."""
    starts = [mention.start for mention in mentions]
    return [_mention(number) for number in numbers if number.label and not _inside(number, mentions, starts)]


def _inside(number: Number, mentions: Sequence[Mention], starts: Sequence[int]) -> bool:
    index = bisect_left(starts, number.end)
    return any(m.start < number.end and number.start < m.end for m in mentions[max(0, index - 2) : index])


def _mention(number: Number) -> Mention:
    assert number.label is not None
    return Mention(number.label, number.start, number.end, number.text, number.text, number.rule, number.quantity)
