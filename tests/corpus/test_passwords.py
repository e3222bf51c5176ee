"""Protected PDFs: opened with the right password; what their owner forbids is not done."""

from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from corpus import ReadError, Sandbox, Settings, read_bytes


def protected(user: str, owner: str, copying: bool) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption(user, owner, canCopy=int(copying), strength=128))
    canvas.drawString(70, 700, "Twelve men were held.")
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize(
    ("user", "copying", "given", "problem"),
    [
        ("open", True, "open", ""),
        ("open", True, "master", ""),
        ("open", True, None, "is protected by a password; give it with --password"),
        ("open", True, "wrong", "is protected by another password than the one given; check it"),
        ("", True, None, ""),
        ("", True, "whatever", ""),
        ("", False, None, "its owner does not allow its text to be copied; give the owner's password with --password"),
        ("open", False, "open", "its owner does not allow its text to be copied; give the owner's password"),
        ("", False, "master", ""),
        ("open", False, "master", ""),
    ],
)
def test_passwords(user: str, copying: bool, given: str | None, problem: str) -> None:
    data = protected(user, "master", copying)
    try:
        text = read_bytes(data, "a.pdf", Settings(password=given)).text
    except ReadError as error:
        assert problem and str(error).startswith(f"a.pdf: {problem}")
    else:
        assert not problem and text == "Twelve men were held."


def test_a_password_reaches_the_reading_process() -> None:
    with Sandbox() as sandbox:
        assert sandbox.read(protected("open", "m", True), "a.pdf", Settings(password="open")).text
