"""Near duplicates: one text in two formats is near; other texts are not."""

import random
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.text import report
from corpus import Fingerprint, fingerprint, from_text, read_bytes
from tests.corpus.pdf_writer import Put, lines, pdf

TEXT = report(700, seed=3)


def as_web(text: str) -> bytes:
    parts = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return f"<html><body><nav>Home Donate</nav>{parts}</body></html>".encode()


def as_pdf(text: str) -> bytes:
    rows = [row for part in text.split("\n\n") for row in (*textwrap.wrap(part.replace("–", "-"), 80), "")]
    pages = [rows[at : at + 45] for at in range(0, len(rows), 45)]
    return pdf([[Put(70, 40, "River Report", 9), *lines([row or " " for row in page], down=70)] for page in pages])


@pytest.mark.parametrize("data", [as_web(TEXT), as_pdf(TEXT), TEXT.upper().encode()], ids=["web", "pdf", "capitals"])
def test_one_text_in_other_bytes_is_near(data: bytes) -> None:
    one, other = fingerprint(from_text(TEXT)), fingerprint(read_bytes(data, "a.x"))
    assert one.is_near(other) and one.likeness(other) > 0.9


def test_another_report_with_the_same_sentences_is_not_near() -> None:
    likeness = fingerprint(from_text(TEXT)).likeness(fingerprint(from_text(report(700, seed=4))))
    assert likeness < 0.6


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
def test_the_likeness_is_near_the_share_of_common_runs(share: float) -> None:
    draw = random.Random(7)
    words = [f"w{draw.randrange(10**6)}" for _ in range(4_000)]
    kept = int(share * len(words))
    others = words[:kept] + [f"v{draw.randrange(10**6)}" for _ in range(len(words) - kept)]
    expected = kept / (2 * len(words) - kept)
    found = fingerprint(from_text(" ".join(words))).likeness(fingerprint(from_text(" ".join(others))))
    assert abs(found - expected) < 0.13


def test_a_short_text_is_near_nothing() -> None:
    short = fingerprint(from_text("Twelve men were held."))
    assert short.likeness(short) == 0.0


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=400))
def test_it_is_kept_as_hex_and_is_the_same_each_time(text: str) -> None:
    document = from_text(text + TEXT)
    made = fingerprint(document)
    assert Fingerprint.from_hex(made.hex) == made == fingerprint(document)
    assert made.likeness(made) == 1.0
