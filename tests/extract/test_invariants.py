"""What holds for every text: addresses are exact, every number is accounted for, the answer is the same."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import from_text
from extract import extract
from models import Document, Extraction, from_dict, to_dict

SAMPLE = (
    "12 people were killed and 20 others injured in Lima on 5 May 2021 , said the ministry . “ ” ( ) 1,113 of whom "
    "423 convicted no one at least dozens Mr N. sentenced to six years EUR 7,800 "
    "§ 97 \U0001f600 e\u0301 \u00ad \r\n\r\n "
    "– ' ’s Article 7 a third % rose from to - A.B. v. State"
)
WORDS = st.sampled_from(SAMPLE.split(" "))
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=300))


def check_addresses(document: Document, found: Extraction) -> None:
    text = document.text
    for mention in found.mentions:
        assert text[mention.start:mention.end] == mention.text
    for numeral in found.numerals:
        assert text[numeral.start:numeral.end] == numeral.text
    for claim in found.claims:
        assert 0 <= claim.start <= claim.number.start < claim.number.end <= claim.end <= len(text)
        assert text[claim.number.start:claim.number.end] == claim.quantity.wording
        for span in claim.evidence.values():
            assert 0 <= span.start < span.end <= len(text)
        for charge in claim.charges:
            assert charge.span and text[charge.span.start:charge.span.end] == charge.text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_address_is_the_quote(text: str) -> None:
    document = from_text(text)
    found = extract(document)
    check_addresses(document, found)
    assert extract(document) == found
    assert from_dict(Extraction, to_dict(found)) == found


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_digit_is_accounted_for(text: str) -> None:
    numerals = extract(from_text(text)).numerals
    for digits in re.finditer(r"[0-9]+", text):
        assert any(n.start <= digits.start() and digits.end() <= n.end for n in numerals), digits[0]


def test_keys_are_unique_and_name_claims() -> None:
    text = "Police killed 12 men. Police killed 12 men. Of the 30 held, 12 were freed and 18 charged."
    found = extract(from_text(text))
    keys = [claim.key for claim in found.claims]
    assert len(keys) == len(set(keys)) >= 4
    assert {n.claim for n in found.numerals if n.fate == "claim"} == set(keys)
    assert all((n.fate == "claim") == (n.claim is not None) for n in found.numerals)
