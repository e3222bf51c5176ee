"""The table of words is the words themselves: as long, as equal, in any part."""

from hypothesis import given
from hypothesis import strategies as st

from models import Word
from models.word_table import CHUNK, Words

NUMBERS = st.integers(0, 2**40)
POINTS = st.floats(0, 10_000, allow_nan=False)
WORDS = st.lists(st.builds(Word, NUMBERS, NUMBERS, NUMBERS, st.tuples(POINTS, POINTS, POINTS, POINTS)), max_size=20)


@given(WORDS, st.integers(0, 20), st.integers(0, 20))
def test_words_are_kept_exactly(words: list[Word], start: int, end: int) -> None:
    table = Words.of(words)
    assert list(table) == words and len(table) == len(words)
    assert table == tuple(words) and table == Words.of(table) and hash(table) == hash(tuple(words))
    assert list(table[start:end]) == words[start:end] and list(reversed(table)) == words[::-1]
    assert [table[place] for place in range(len(words))] == words
    assert words[:1] == [] or table != tuple(words[1:])


def test_more_words_than_a_chunk() -> None:
    words = [Word(5 * n, 5 * n + 4, 1 + n // 300, (n, 0.25, n + 0.5, 9.75)) for n in range(CHUNK + 3)]
    assert list(Words.of(words)) == words
