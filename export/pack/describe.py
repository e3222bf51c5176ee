"""A pack described: each of its files, and all of it in plain words."""

from dataclasses import dataclass
from pathlib import Path

from export.options import Options
from export.pack.bag import digest
from export.view import View


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a pack: its path from the pack's folder, its media type, what it is, its size in bytes and its sum."""

    path: str
    name: str
    media: str
    says: str
    size: int
    sha256: str


MEDIA = {
    ".csv": "text/csv", ".jsonl": "application/jsonl", ".html": "text/html", ".txt": "text/plain",
    ".sqlite": "application/vnd.sqlite3", ".jsonld": "application/ld+json", ".json": "application/schema+json",
    ".png": "image/png", ".pdf": "application/pdf", ".rtf": "application/rtf", ".eml": "message/rfc822",
    ".bin": "application/octet-stream", ".odt": "application/vnd.oasis.opendocument.text",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SAYS = {
    "facts.csv": "The facts as a table", "facts.jsonl": "The facts with the whole claim and the decisions on it",
    "facts.xlsx": "The facts as a workbook", "report.html": "The facts to read and print",
    "facts.sqlite": "The facts as a database", "annotations.jsonld": "The facts as W3C Web Annotations",
    "facts.schema.json": "What each column means", "events.jsonl": "The chain of the ledger's events",
}
FOLDERS = {
    "texts": "The text of a source, as it was read", "sources": "A source file, as it came",
    "pictures": "The page that a fact stands on, its words framed",
}
CHECKED = "was compared with its source by people."
UNCHECKED = "says how far people have compared it with its source: not all of them have been."
LOG = "It tells every event in full."
LINKS = "Names are left out here, so the log holds only the links of the chain, not what happened."
READ = "as it was read"
REPLACED = "as it was read, with the names of persons replaced"
SOURCES = "\n- `data/sources/`: the source files as they came, each named by its SHA-256."
PICTURES = "\n- `data/pictures/`: each fact's page as a picture, its words framed; named by the fact's `claim_id`."
TITLE = "Facts with their sources"


def logged_in_full(options: Options) -> bool:
    """Whether the log may say what happened: its events name people, and none can be changed without breaking it."""
    return options.names and not options.redact


def part(folder: Path, path: Path) -> Part:
    """What the descriptions say of a file in the pack's folder."""
    relative = path.relative_to(folder)
    says = SAYS.get(path.name) or FOLDERS[relative.parts[1]]
    return Part(relative.as_posix(), path.name, MEDIA[path.suffix], says, path.stat().st_size, digest(path))


def readme(number: int, seen: View, head: str) -> str:
    """The pack in plain words."""
    template = Path(__file__).with_name("readme.txt").read_text(encoding="utf8")
    options = seen.options
    return template.format(
        number=f"{number:,}", head=head, about="\n".join(f"- {name}: {says}" for name, says in seen.about),
        checked=CHECKED if seen.verified else UNCHECKED, withheld=LOG if logged_in_full(options) else LINKS,
        read=REPLACED if options.redact else READ, sources=SOURCES if options.sources else "",
        pictures=PICTURES if options.pictures else "",
    )
