"""The name of a case: as the court captions it, by its two sides, or by what it is about."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from models.case import Party
from models.mention import Mention

_CAPTION = re.compile(
    r"^[ \t]*(?:IN\s+THE\s+)?CASES?\s+OF:?\s+"
    r"(?P<name>(?:(?![ \t]{4})[^\n])+(?:\n(?![\[(])(?:(?![ \t]{4})[^\n])+)?)(?:[ \t]{4}[^\n]*)?$"
    r"|^[ \t]*In\s+the\s+case\s+of\s+(?P<plain>[^\n]{3,200}?),?$",
    re.MULTILINE,
)
_APPLICATION = re.compile(
    r"^[ \t]*Application\s[Nn]o\.?\s\d{1,6}/\d\d\s+(?:by\s+)?(?P<applicant>[^\n]{2,150}?)\s+"
    r"against\s+(?P<state>(?:the\s)?[A-Z][^\n]{2,60}?)[ \t]*$",
    re.MULTILINE,
)
_MANY = 4  # parties of which none has a role: a list, not two sides
_AGAINST = re.compile(r"\sv\.\s|\s[vV]\s|\s(?:c\.|against)\s")
# a case without a second side: "In the matter of the estate of X", or one name between "Between:" and a rule
_MATTER = re.compile(
    r"^[ \t]*(?P<matter>(?:IN\sTHE\sMATTER\sOF|In\s(?:the\s)?[Mm]atter\sof|IN\sRE|In\sre|Re):?"
    r"\s[^\n]{2,120}?)[,;.]?[ \t]*$"
    r"|^[ \t]*(?:Between|BETWEEN)\s?:?[ \t]*\n\s*(?P<alone>[A-Z][^\n]{2,120}?)[ \t]*\n\s*[_-](?:[ _-]){4,}",
    re.MULTILINE,
)
# "IN THE MATTER OF THE CHILDREN ACT" says under which law, not who it is about
_ACT = re.compile(r"(?i)\b(?:act|rules|regulations|applications?(?!\sby\s)|appeal)s?\b")


def caption_of(text: str, end: int) -> str | None:
    """The name that a court sets itself: "CASE OF X v. Y", in small letters where it is repeated so."""
    names = [" ".join((caption["name"] or caption["plain"]).split()) for caption in _CAPTION.finditer(text, 0, end)]
    if not names:
        application = _APPLICATION.search(text, 0, end)
        return " v. ".join(" ".join(side.split()) for side in application.groups()) if application else None
    plain = next((name for name in names[1:] if _letters(name) == _letters(names[0])), names[0])
    return plain.replace(" V. ", " v. ")


def _letters(name: str) -> str:
    """The name's bare letters, so that "NURİ" is "Nuri", "VAKFI" is "Vakfı" and "A." is "A"."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    return "".join(filter(str.isalnum, plain))


def sides_of(caption: str, head: Iterable[Mention]) -> tuple[Party, ...]:
    """The applicant and the state of a caption; a name of the heading is taken as it is written there."""
    sides = _AGAINST.split(caption, maxsplit=1)
    if len(sides) < 2:
        return ()
    written = {mention.canonical.casefold(): mention.canonical for mention in head if mention.label == "PARTY"}
    bare = [_bare(side) for side in sides]
    names = (written.get(name.casefold(), name) if name.isupper() else name for name in bare)
    roles = ("prosecutor", "accused") if "prosecutor" in sides[0].lower() else ("applicant", "respondent")
    return tuple(Party(name, role) for name, role in zip(names, roles, strict=True))


def _bare(side: str) -> str:
    return re.sub(r"(?i)^the\s|\s\(.*$", "", side.strip())


def name_of(parties: Sequence[Party], text: str, end: int) -> str | None:
    """Both sides' first names, where there are two sides; else what the case is about."""
    first = parties[0] if parties and (len(parties) < _MANY or any(party.role for party in parties)) else None
    other = next((party for party in parties[1:] if party.role is None or party.role != parties[0].role), None)
    if first and other:
        return f"{first.name} v {other.name}"
    matters = (match["matter"] or match["alone"] for match in _MATTER.finditer(text, 0, end))
    return next((" ".join(matter.split()) for matter in matters if not _ACT.search(matter)), None)
