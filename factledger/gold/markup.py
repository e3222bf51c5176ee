"""Inline mark-up -> the text and what must be found in it, with offsets that nobody typed.

    {{at least 10|killed 10+|people|by=Harbour Watch|place=Sarn}}   a claim, around the number's words
    {{12|nothing weapon}}                                            a number that is no claim
    [[15 August|2022-08-15]]                                         a date; also [[...|2022-08 early]], [[...|2022?]]
    [[Sarn Court|COURT]]                                             a name in one place
    ORG: Harbour Watch = the Watch                                   in the header: a name wherever it stands

The whole mark-up is described in docs/gold.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import cast, get_args

from factledger.gold.marks import LABELS, read_claim, read_mention, read_nothing
from factledger.gold.shapes import GoldClaim, GoldDocument, GoldError, GoldMention, GoldNothing
from models import Block
from models.vocabulary import BlockKind, DocumentKind, Label

GOLD = Path(__file__).parent.parent.parent / "corpus" / "gold"
FOOTERS = {
    "fiction": "This document is fiction: every person, place, institution and figure in it is invented.",
    "public facts": "This document tells well-known public facts in its own words.",
}
CARD = (  # fields of models.Case
    "court", "name", "case_numbers", "citations", "decided", "final", "judges", "parties", "lawyers", "outcome",
)
CHOICES = {"kind": get_args(DocumentKind), "format": ("txt", "html", "docx", "pdf"), "basis": tuple(FOOTERS)}

MARK = re.compile(r"\{\{(?P<number>[^{}]*)\}\}|\[\[(?P<name>[^\[\]]*)\]\]")
STRAY = re.compile(r"\{\{|\}\}|\[\[|\]\]")
FACTS = ("title", "publisher", "published", "kind", "format", "basis")
PREFIXES: tuple[tuple[str, BlockKind, int], ...] = (
    ("### ", "heading", 3), ("## ", "heading", 2), ("# ", "heading", 1), ("- ", "list_item", 0),
    ("caption: ", "caption", 0), ("dateline: ", "dateline", 0), ("footnote: ", "footnote", 0),
    ("boilerplate: ", "boilerplate", 0), ("header: ", "header", 0), ("signature: ", "signature", 0),
)
Piece = tuple[BlockKind, int, int, str]  # kind, level, line, the raw words


@dataclass(slots=True)
class _Draft:
    """A document while it is compiled; `where` names the file for messages."""

    where: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    claims: list[GoldClaim] = field(default_factory=list)
    mentions: list[GoldMention] = field(default_factory=list)
    nothings: list[GoldNothing] = field(default_factory=list)

    def add(self, words: str) -> tuple[int, int]:
        self.parts.append(words)
        self.length += len(words)
        return self.length - len(words), self.length

    def error(self, line: int, problem: str) -> GoldError:
        return GoldError(f"{self.where}, line {line}: {problem}")


def load_gold(folder: Path = GOLD) -> tuple[GoldDocument, ...]:
    """All marked documents of a gold folder, by name. Raises GoldError when there is none or one is wrong."""
    marked = folder / "marked" if (folder / "marked").is_dir() else folder
    paths = sorted(marked.glob("*.gold"))
    if not paths:
        raise GoldError(f"{folder}: no marked gold document (*.gold) is there")
    return tuple(compile_gold(path.read_text(encoding="utf8"), path.stem) for path in paths)


def compile_gold(source: str, name: str) -> GoldDocument:
    """One marked document -> text and expectations. Raises GoldError, naming the line, when the mark-up is wrong."""
    draft = _Draft(f"{name}.gold")
    head, body, first = _split(draft, source)
    facts, names = _header(draft, head)
    title: Piece = ("title", 0, 1, facts["title"])
    for piece in (title, *_pieces(body, first), ("footer", 0, 1, FOOTERS[facts["basis"]])):
        _block(draft, *piece)
    text = "".join(draft.parts)
    draft.mentions.extend(_named(draft, text, names))
    _check_links(draft)
    return GoldDocument(
        name=name, text=text, title=text[:draft.blocks[0].end], publisher=facts["publisher"],
        published=_published(draft, facts), kind=cast(DocumentKind, facts["kind"]), format=facts["format"],
        blocks=tuple(draft.blocks), case=_case(facts),
        labels=frozenset({"PERSON", "ORG", "GPE", *(name.label for name in names if not name.optional)}),
        claims=tuple(_with_publisher(claim, facts["publisher"]) for claim in draft.claims),
        nothings=tuple(draft.nothings),
        mentions=tuple(sorted(draft.mentions, key=lambda mention: mention.start)),
    )


def _split(draft: _Draft, source: str) -> tuple[list[str], list[str], int]:
    """Header lines, body lines, and the number of the body's first line."""
    lines = source.splitlines()
    if "---" not in lines:
        raise draft.error(1, "the header must end with a line of three hyphens")
    end = lines.index("---")
    return lines[:end], lines[end + 1:], end + 2


def _header(draft: _Draft, lines: list[str]) -> tuple[dict[str, str], list[GoldMention]]:
    """The document's facts, and its names as mentions without a place (start and end are 0)."""
    facts: dict[str, str] = {"format": "txt", "kind": "report", "basis": "fiction"}
    names: list[GoldMention] = []
    for number, line in enumerate(lines, 1):
        key, _, value = (part.strip() for part in line.partition(":"))
        if key in FACTS or (key.startswith("case ") and key[5:] in CARD):
            facts[key] = value
        elif key.rstrip("?") in LABELS:
            names.extend(_aliases(cast(Label, key.rstrip("?")), value, key.endswith("?")))
        elif key not in ("", "note"):
            raise draft.error(number, f"{key!r} is neither one of {', '.join(FACTS)}, nor note, nor a label")
    if missing := [key for key in FACTS if not facts.get(key)]:
        raise draft.error(1, f"the header lacks {missing[0]}")
    for key, allowed in CHOICES.items():
        if facts[key] not in allowed:
            raise draft.error(1, f"{key}: {facts[key]!r} is none of {', '.join(allowed)}")
    return facts, names


def _published(draft: _Draft, facts: dict[str, str]) -> date:
    try:
        return date.fromisoformat(facts["published"])
    except ValueError:
        raise draft.error(1, f"published: {facts['published']!r} is no date such as 2024-03-11") from None


def _case(facts: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(str.strip, facts[f"case {name}"].split(";"))) for name in CARD if f"case {name}" in facts}


def _aliases(label: Label, value: str, optional: bool) -> Iterator[GoldMention]:
    for group in value.split(";"):
        writings = [writing.strip() for writing in group.split("=")]
        for writing in filter(None, writings):
            yield GoldMention(label, 0, 0, writing, writings[0], optional=optional)


def _pieces(lines: list[str], first: int) -> Iterator[Piece]:
    """A paragraph ends at an empty line, a list item or a table's row at its line's end."""
    held: list[str] = []
    start = first
    for number, line in enumerate([*lines, ""], first):
        alone = line.startswith("- ") or " || " in line
        if held and (not line.strip() or alone):
            yield _piece(held, start)
            held = []
        if alone:
            yield _piece([line], number)
        elif line.strip():
            start = start if held else number
            held.append(line)


def _piece(lines: list[str], line: int) -> Piece:
    raw = "\n".join(lines)
    for prefix, kind, level in PREFIXES:
        if raw.startswith(prefix):
            return kind, level, line, raw.removeprefix(prefix)
    return ("table" if " || " in raw else "paragraph"), 0, line, raw.replace(" || ", " | ")


def _block(draft: _Draft, kind: BlockKind, level: int, line: int, raw: str) -> None:
    again = bool(draft.blocks) and draft.blocks[-1].kind == kind and kind in ("list_item", "table")
    draft.add(("\n" if again else "\n\n") if draft.blocks else "")
    start, position = draft.length, 0
    for match in MARK.finditer(raw):
        _plain(draft, raw[position:match.start()], line + raw.count("\n", 0, position))
        _mark(draft, match, line + raw.count("\n", 0, match.start()))
        position = match.end()
    _plain(draft, raw[position:], line + raw.count("\n", 0, position))
    if again and kind == "table":  # the rows of a table are one block, as the readers give them
        start = draft.blocks.pop().start
    draft.blocks.append(Block(kind, start, draft.length, level))


def _plain(draft: _Draft, words: str, line: int) -> None:
    if stray := STRAY.search(words):
        raise draft.error(line + words.count("\n", 0, stray.start()), f"{stray.group()} without its partner")
    draft.add(words.replace("\n", " "))


def _mark(draft: _Draft, match: re.Match[str], line: int) -> None:
    inside = match["number"] if match["name"] is None else match["name"]
    fields = [part.strip() for part in inside.replace("\n", " ").split("|")]
    if len(fields) < 2 or not all(fields[:2]):
        raise draft.error(line, f"{match.group()} needs its words, a bar and what they mean")
    start, end = draft.add(fields[0])
    try:
        if match["name"] is not None:
            draft.mentions.append(read_mention(fields, start, end))
        elif fields[1].split()[0] == "nothing":
            draft.nothings.append(read_nothing(fields, start, end, line))
        else:
            draft.claims.append(read_claim(fields, start, end, line))
    except ValueError as error:
        raise draft.error(line, str(error)) from None


def _named(draft: _Draft, text: str, names: list[GoldMention]) -> Iterator[GoldMention]:
    """Each whole-word occurrence of a header name, the longest first, outside what is marked already."""
    if not names:
        return
    by_words = {name.text: name for name in names}
    words = "|".join(re.escape(writing) for writing in sorted(by_words, key=len, reverse=True))
    taken = [(mention.start, mention.end) for mention in draft.mentions]
    unseen = set(by_words)
    for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text):
        unseen.discard(match.group())
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield replace(by_words[match.group()], start=match.start(), end=match.end())
    if unseen:
        raise draft.error(1, f"the header's name does not occur in the text: {'; '.join(sorted(unseen))}")


def _with_publisher(claim: GoldClaim, publisher: str) -> GoldClaim:
    """The narrator may also be named: "the Commission found" in the Commission's own report."""
    return replace(claim, sources=(*claim.sources, publisher)) if "narrator" in claim.sources else claim


def _check_links(draft: _Draft) -> None:
    known = {claim.identity for claim in draft.claims if claim.identity}
    for claim in draft.claims:
        if claim.part_of and claim.part_of not in known:
            raise draft.error(claim.line, f"of={claim.part_of} names no claim: no mark has id={claim.part_of}")
