"""The smallest pieces of a sentence: a word, or a whole number, date or name that was found before."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from extract.numbers import Number
from extract.tokens import Tokens
from extract.words import Word, analyse
from models import Mention, Span
from models.rules import load

# numbers that a claim may rest on; the others stand in a noun group like any word
DATE_WORD = Word("date", frozenset({"DATE"}), route="DATE")
NUMBER_WORD = Word("number", frozenset({"Q"}), route="noun")
OPAQUE_WORD = Word("number", frozenset({"N", "OPAQUE"}))
AGE_WORD = Word("age", frozenset({"ADJ", "AGE"}))
NOTE_WORD = Word("note", frozenset({"X"}))  # a footnote's number glued to a word: no part of its sentence
NOTES = ("footnote-mark", "footnote-mark-behind-quote", "footnote-mark-behind-comma", "footnote-mark-behind-figure",
         "star-page")
# short names that are small words but for their capitals: "five IS fighters"
ABBREVIATIONS = frozenset(load("words/closed")["abbreviations"])
SHORT_NAME = Word("name", frozenset({"N", "CAP"}), "name", route="noun")
ORDINAL_WORD = Word("ordinal", frozenset({"ADJ"}))


@dataclass(slots=True)
class Unit:
    """A word with its place; `number` or `mention` where the unit is one."""

    start: int
    end: int
    text: str
    word: Word
    number: Number | None = None
    mention: Mention | None = None


class Units:
    """Cuts sentences of one document into units."""

    def __init__(self, tokens: Tokens, part: Span, numbers: Sequence[Number], mentions: Sequence[Mention]) -> None:
        """Numbers and mentions are those of this part of the text, in order; they do not overlap among themselves."""
        self._text, (self._starts, self._lengths) = tokens.text, tokens.between(part.start, part.end)
        taken = [(mention.start, mention.end) for mention in mentions]
        free = [number for number in numbers if not _covered(number, taken)]
        self._spans: list[Mention | Number] = sorted([*mentions, *free], key=attrgetter("start"))
        self._span_starts = [span.start for span in self._spans]

    def of(self, start: int, end: int) -> list[Unit]:
        """The units of text[start:end], in order."""
        units: list[Unit] = []
        spans = map(_unit, self._spans[bisect_left(self._span_starts, start) : bisect_left(self._span_starts, end)])
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        ahead, taken = next(spans, None), start
        for index, token_start in enumerate(self._starts[first:last], first):
            token_end = token_start + self._lengths[index]
            text = self._text[token_start:token_end]
            while ahead is not None and ahead.start < token_end:
                if ahead.word is not NOTE_WORD:
                    units.append(_whole(ahead, max(token_start, taken), token_start, text))
                taken, ahead = ahead.end, next(spans, None)
            if token_start >= taken and not text.isspace():
                short = text in ABBREVIATIONS and not (index + 1 < last and self._word(index + 1).isupper())
                units.append(Unit(token_start, token_end, text, SHORT_NAME if short else analyse(text)))
        return units

    def _word(self, index: int) -> str:
        return self._text[self._starts[index] : self._starts[index] + self._lengths[index]]


def _unit(span: Mention | Number) -> Unit:
    if isinstance(span, Mention):
        return Unit(span.start, span.end, span.text, _mention_word(span), None, span)
    return Unit(span.start, span.end, span.text, _number_word(span), span)


def _whole(unit: Unit, free: int, start: int, token: str) -> Unit:
    """The 47 of "AK-47" is no word by itself; `free` is where nothing has been read yet."""
    if unit.word is not OPAQUE_WORD or unit.start <= start or free != start:
        return unit
    return Unit(start, start + len(token), token, OPAQUE_WORD, unit.number)


def _covered(number: Number, taken: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(taken, (number.start, 0))
    near = taken[max(0, index - 1) : index + 1]
    return any(start < number.end and number.start < end for start, end in near)


def _mention_word(mention: Mention) -> Word:
    if mention.label == "DATE":
        return DATE_WORD
    tags = {"N", "NAME", mention.label}
    if mention.label == "NORP":
        tags.add("ADJ")
    person = mention.label in ("PERSON", "NORP", "JUDGE", "PARTY")
    return Word(mention.text.lower(), frozenset(tags), mention.text, "", person, "noun")


def _number_word(number: Number) -> Word:
    if number.label == "AGE" or number.fate == "age":
        return AGE_WORD
    if number.rule in NOTES:
        return NOTE_WORD
    if number.fate == "ordinal":
        return ORDINAL_WORD
    return NUMBER_WORD if number.fate is None else OPAQUE_WORD
