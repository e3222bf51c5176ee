"""The rules as the rule files describe them."""

import re
from pathlib import Path

import pytest

import extract.claims
from factledger.provenance import rules_sha256
from models.rulebook import all_rules, claim_rule


def test_every_rule_says_what_it_finds() -> None:
    assert len(all_rules()) > 100
    assert [rule.id for rule in all_rules() if not rule.says] == []


def test_a_claim_rule_is_found_by_its_id() -> None:
    rules = [rule for rule in all_rules() if rule.file.startswith("models/rules/")]
    assert rules
    assert [rule for rule in rules if claim_rule(rule.id) != rule] == []
    assert [rule.id for rule in rules if not rule.examples] == []


def test_every_rule_that_makes_a_claim_says_what_it_finds() -> None:
    """Those that the engine has as code too."""
    code = (path.read_text(encoding="utf8") for path in Path(extract.claims.__file__).parent.glob("*.py"))
    made = {name for text in code for name in re.findall(r'^[A-Z]+ = "([a-z]+(?:-[a-z]+)+)"$', text, re.MULTILINE)}
    assert len(made) > 5
    assert [name for name in sorted(made) if claim_rule(name) is None] == []


@pytest.mark.parametrize("name", ["", "iso-date", "no-such-rule"])
def test_other_rules_make_no_claims(name: str) -> None:
    assert claim_rule(name) is None


def test_the_rules_have_a_fingerprint() -> None:
    assert len(rules_sha256()) == 64 and rules_sha256() == rules_sha256()
