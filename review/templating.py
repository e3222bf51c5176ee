"""Templates: everything is escaped, an unknown name is an error."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from review.figures import figure
from review.safe_text import safe_text

HOME = Path(__file__).parent
STATIC = HOME / "static"


@cache
def environment() -> Environment:
    """The templates of this room."""
    made = Environment(
        loader=PackageLoader("review"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )
    made.filters |= {"safe_text": safe_text, "words": in_words, "number": grouped}
    made.globals |= {"static": static, "figure": figure}
    return made


def rendered(name: str, values: dict[str, Any]) -> str:
    """The template with these values."""
    return environment().get_template(name).render(values)


@cache
def static(name: str) -> str:
    """The address of a static file, with its hash: a browser never shows an old one."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?{digest}"


def in_words(name: str) -> str:
    """A word of a vocabulary as people write it."""
    return name.replace("_", " ")


def grouped(number: int) -> str:
    """With thousands separators."""
    return f"{number:,}"
