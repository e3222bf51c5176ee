"""The notes at the end of a plain text: told by their marks, which are glued to the words of the text."""

import pytest

from corpus import from_text

BODY = "Police shot at the crowd and killed 14 men.3 They paid $20,000,4 and nine women were freed.[5]\n\n"


@pytest.mark.parametrize(("text", "notes"), [
    (BODY + "3 Interview, May 2019.\n4 Letter of the ministry.\n5 Ibid.", 3),
    (BODY + "[3] Interview, May 2019.\n\n[5] Ibid.", 2),
    (BODY + "Notes\n\n3. Interview, May 2019.\n4. Letter.", 2),
    (BODY + "7 Men were held.\n8 Women were freed.", 0),
    (BODY + "3 Interview, May 2019.", 0),
    ("The court heard 14 men in 2019.\n\n1. He was held.\n2. She was freed.", 0),
])
def test_notes(text: str, notes: int) -> None:
    document = from_text(text)
    assert document.text == text
    kinds = [block.kind for block in document.blocks]
    assert (kinds.count("footnote"), "footnote" in kinds[: len(kinds) - notes]) == (notes, False)
