"""What a writer knows beside the facts: the columns, what was asked for, and the runs that found the claims."""

from dataclasses import dataclass

from db import Run, Store
from export import codebooks
from export.codebooks import Codebook
from export.columns import Column, chosen
from export.options import Options
from export.where import verified_only

REDACTED = (
    "replaced by [Person 1], [Person 2] and so on in every file, the same name by the same label. Quotes, texts, their "
    "SHA-256 and the positions of characters are those after the replacement; pages, boxes and the SHA-256 of the "
    "source are those of the source itself. Only names that the program found are replaced: read this before you pass "
    "it on."
)

About = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class View:
    """`about` are pairs of a name and a sentence that a file prints of itself; nothing in it tells the time of day."""

    columns: tuple[Column, ...]
    options: Options
    runs: tuple[Run, ...]
    codebook: Codebook | None
    about: About
    verified: bool  # only what reviewers vouch for


def view(store: Store, options: Options) -> View:
    """Raises BadOption for an unknown column or codebook."""
    codebook = codebooks.load(options.codebook) if options.codebook else None
    shown = chosen(options.fields, codebook is not None)
    return View(shown, options, tuple(store.runs()), codebook, _about(options, codebook), verified_only(options))


def _about(options: Options, codebook: Codebook | None) -> About:
    return (
        ("Contents", _contents(options)),
        ("Conditions", _conditions(options)),
        ("Codebook", f"{codebook.name}: {codebook.says}" if codebook else "none: vague words stay words"),
        ("Reviewers", "by name" if options.names else "under pseudonyms"),
        *((("Names of persons", REDACTED),) if options.redact else ()),
        ("What verified means", "Reviewers compared the extraction with the source and found it right. "
                                "Whether the source itself is right is not said here."),
        ("Sums", "Figures of different places, dates or scopes must not be added up."),
    )


def _conditions(options: Options) -> str:
    if options.where and options.redact:
        return "some, not shown here: they could name persons"
    return "; ".join(options.where) or "none"


def _contents(options: Options) -> str:
    if verified_only(options):
        return "Verified facts"
    return "Every claim, each with its state" if options.everything else "Claims, each with its state"
