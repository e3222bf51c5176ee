"""Signs: a pattern that is tried only where its sign stands finds what it would find if it were tried everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.openings import openings
from extract.law import cases, charge_openings, courts, judges, statutes
from extract.law.patterns import pattern_rules
from extract.names import events, tokens
from extract.numbers import figures
from extract.signs import Sign, Sought
from factledger.gold import load_gold

SOUGHT: dict[str, Sought] = {
    "dates": openings(), "figures": figures._tokens(), "names": tokens._tokens(), "events": events._triggers(),
    "versus": cases._sign(), "charges": charge_openings._near(), "verbs": charge_openings._verbs(),
    "courts": courts._heads(), "whole courts": courts._whole(), "offices": courts._titles(),
    "letters": courts._lettered(), "judges": judges._titled(), "lettered judges": judges._lettered(),
    "signatures": judges._signed(), "statutes": statutes._heads(), "known statutes": statutes._known()[0],
    **{f"trigger of {rule.id}": rule.trigger for rule in pattern_rules()},
}
SMALL = Sought(re.compile(r"a\s?b|1"), "a|1")

HARD = """S. 302, s.302 ss 3, r. 6; Crl. A. No. 12/77 and NO.5 № 7, numbers 8 of 1999 (2003) 7 SCC 214. Sub section 3
A. I. R 1954 U. S. C 12 "Justice V. Rao" Munro J. held, Desai   JJ. put  on trial for-vs-against v/s X. ..... J. [A]
al-Haj’s US$ 1,234.50 .25 ). 4 twenty-five one-third ½ 3x10^6 ²⁵ A.C.J.M., Kota In the Court of Sh. A. B., 9th-century
’98 Jan. 5 the\u00a0first of\tMay 20 per cent, 1 234 567,50 march 3 mid-2019 human rights day January-march Q3 ١٢"""


def spans(found: Sought | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in found.finditer(text)]


@pytest.mark.parametrize("name", SOUGHT)
def test_no_match_is_lost(name: str) -> None:
    sought = SOUGHT[name]
    for text in (HARD, HARD.upper(), HARD.replace(" ", "\n"), *(gold.text for gold in load_gold())):
        assert spans(sought, text) == spans(sought.pattern, text)


@given(st.text(st.sampled_from("ab1\u00a0 \n\u2003\x1c\ud800\U0001f600"), max_size=30))
def test_a_sign_is_found_in_any_text(text: str) -> None:
    assert spans(SMALL, text) == spans(SMALL.pattern, text)


def test_a_later_sign_is_found_too() -> None:
    assert Sign("x").places("x y xx") == [0, 4, 5]
    assert Sign("y$").places("x y xx") == [2]


def test_a_part_of_a_text() -> None:
    assert spans(Sought(re.compile("ab"), "a"), "ab ab ab") == [(0, 2), (3, 5), (6, 8)]
    assert [match.span() for match in Sought(re.compile("ab"), "a").finditer("ab ab ab", 1, 7)] == [(3, 5)]
