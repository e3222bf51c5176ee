"""How one claim is laid out: marks, colours, lines."""

import pytest

from db import StoredClaim
from factledger.claim_card import marked_sentence, merged, why
from factledger.terminal import Printer
from models import Span, to_dict
from tests.ledgers import document, extraction

SPANS = [
    ([(5, 8), (0, 3)], [(0, 3), (5, 8)]),
    ([(0, 3), (2, 6), (6, 7)], [(0, 7)]),
    ([(0, 9), (2, 3)], [(0, 9)]),
    ([(4, 4), (8, 12), (9, 10)], [(9, 10)]),
    ([], []),
]


@pytest.mark.parametrize(("given", "expected"), SPANS)
def test_merged(given: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    found = merged([Span(*pair) for pair in given], Span(0, 10))
    assert [(span.start, span.end) for span in found] == expected


def test_a_terminal_gets_colours_and_no_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    read, _ = document()
    printer = Printer()
    printer.colours = True
    shown = marked_sentence(read, extraction().claims[0], printer)
    assert "At least \x1b[1;36m23\x1b[0m \x1b[1;36mcivilians\x1b[0m were" in shown
    assert "[23]" not in shown and "\ue000" not in shown


def test_a_long_sentence_is_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = "At least 23 civilians were killed " + "and many others saw it happen " * 10 + "."
    read, _ = document(text, blocks=())
    claim = extraction().claims[0]
    lines = marked_sentence(read, claim, Printer()).splitlines()
    assert len(lines) > 3 and all(line.startswith("  ") and len(line) <= 80 for line in lines)


def test_an_unknown_rule_is_named_all_the_same() -> None:
    read, _ = document()
    stored = StoredClaim("c1", "d1", "open", 1, to_dict(extraction().claims[0]))
    rule, fired = why(read, stored)
    assert rule == "Rule people-were-harmed, confidence 0.90"
    assert fired == "It fired on number “23” 40-42, event “killed” 58-64"
