"""The rules for dates hold on all their examples."""

from extract.dates import check


def test_every_rule_holds_on_its_examples() -> None:
    assert [f"{problem.rule}: {problem.example!r} {problem.reason}" for problem in check()] == []
