"""The zone rules hold on their own examples, and a broken one is refused."""

import re

import pytest

from corpus.zones import check
from corpus.zones.rules import compose, kind_of_line, zones
from models.rules import RuleError


def test_every_rule_holds_on_its_examples() -> None:
    assert check() == []
    assert len({zone.id for zone in zones()}) == len(zones())


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(RuleError, match=re.escape("there is no part {nowhere}")):
        compose("{nowhere}")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this via Twitter", "boilerplate"),
        ("Your gift can save lives.", "boilerplate"),
        ("We use cookies.", "boilerplate"),
        ("Related content", "boilerplate"),
        ("Contents of the report .......... 12", "boilerplate"),
        ("Photo: A. Diop", "caption"),
        ("IV. The facts", "heading"),
        ("(a) six men;", "list_item"),
        ("¹ Letter of 3 May.", "footnote"),
        ("/s/ A. Diop, Clerk", "signature"),
        ("CASE OF DURU v. RURITANIA", "title"),
        ("Your gifts were stolen, 12 villagers told the police in May.", None),
        ("12 men were held.", None),
    ],
)
def test_a_line_has_its_kind(line: str, kind: str | None) -> None:
    assert kind_of_line(line) == kind
