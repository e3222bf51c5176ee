"""Names that begin with their head: "FC Dorva", "Jaish al-Haq", "Banco de Dorva"; "Kafr Dorva", "Jabal al-Dorva"."""

from collections.abc import Sequence

from extract.names.lexicon import HEADS, TITLE, Kind, words
from extract.names.tokens import Token
from models.vocabulary import Label

Bounds = tuple[int, int, Label, str]  # first word, past the last word, label, rule


def fronts() -> frozenset[str]:
    """All words that `fronted` knows."""
    return words("organisations", "fronts") | words("organisations", "fronts_of_article") | words(
        "places", "heads.fronts")


def fronted(run: Sequence[Token], at: int) -> Bounds | None:
    """The body or the place whose head word, in another language, stands at `at`."""
    word = run[at].word
    if word in words("organisations", "fronts"):
        return _bounds(run, at, "ORG")
    if word in words("organisations", "fronts_of_article"):
        return _bounds(run, at, "ORG") if at + 1 < len(run) and "-" in run[at + 1].word[:4] else None
    if word in words("places", "heads.fronts") and not _is_common_or_personal(run, at):
        found = _bounds(run, at, "GPE")
        return None if found and any(token.kind & HEADS for token in run[at:found[1]]) else found
    return None


def _bounds(run: Sequence[Token], at: int, label: Label) -> Bounds | None:
    end = at + 1
    while end < len(run) and (run[end].gap == " " or run[end].gap.startswith("~")) and not (
            run[end - 1].possessive or run[end].kind & Kind.FUNCTION):
        end += 1
    return (at, end, label, "organisation-front" if label == "ORG" else "place-front") if end > at + 1 else None


def _is_common_or_personal(run: Sequence[Token], at: int) -> bool:
    """ "Tell Amnesty", "Omar Deir"."""
    if run[at].opens and run[at].kind & Kind.COMMON:
        return True
    return at > 0 and run[at].gap == " " and bool(run[at - 1].kind & (Kind.GIVEN | Kind.INITIAL | TITLE))
