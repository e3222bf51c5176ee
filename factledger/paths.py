"""Which files the words on the command line name."""

import glob
import os
from dataclasses import dataclass, field
from pathlib import Path

# what a folder is searched for; a file that is named itself may have any suffix
SUFFIXES = {
    ".pdf", ".docx", ".odt", ".rtf", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".txt", ".text",
}

ARCHIVE = ".zip"
Missing = list[tuple[str, str]]
KINDS = ", ".join(sorted(SUFFIXES))


@dataclass(slots=True)
class Named:
    """The files, each once and in the order of the command, and what names nothing: (word, reason)."""

    files: list[Path] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)


def named(words: list[str]) -> Named:
    """The files that these paths, folders and patterns name; folders are searched to their depth."""
    result = Named()
    seen: set[Path] = set()
    for word in words:
        found, reason = _expand(word, result.missing)
        if reason:
            result.missing.append((word, reason))
        for path in found:
            if (real := path.resolve()) not in seen:
                seen.add(real)
                result.files.append(path)
    return result


def _expand(word: str, missing: Missing) -> tuple[list[Path], str]:
    """The files of one word, or the reason why there are none; what cannot be looked into is added to `missing`."""
    path = Path(word)
    if path.is_dir():
        return _within(path, missing)
    if path.is_file() and path.suffix.lower() == ARCHIVE:
        return _in_archive(path)
    if path.exists() or path.is_symlink() or _leads_into_archive(path):
        return [path], ""
    if not glob.has_magic(word):
        return [], "there is no such file; check the path"
    matches = [Path(match) for match in sorted(glob.glob(word, recursive=True))]
    files = [file for match in matches for file in _expand(str(match), missing)[0]]
    return files, "" if files else "no file matches this pattern; check it"


def _leads_into_archive(path: Path) -> bool:
    return any(parent.suffix.lower() == ARCHIVE and parent.is_file() for parent in path.parents)


def _opened(path: Path) -> list[Path]:
    """The documents of an archive; the file itself when it is none, or has none that can be read."""
    return (_in_archive(path)[0] if path.suffix.lower() == ARCHIVE else []) or [path]


def _in_archive(archive: Path) -> tuple[list[Path], str]:
    """The documents in a zip file, each named as if the archive were a folder."""
    from corpus.archive import members
    from corpus.errors import ReadError
    from corpus.settings import USUAL

    try:
        paths = [archive / name for name in members(archive, USUAL.limits)]
    except ReadError as error:
        return [], f"{error.problem}; {error.remedy}"
    found = [path for path in paths if path.suffix.lower() in SUFFIXES]
    return found, "" if found else f"the archive has no document that can be read ({KINDS}); name another one"


def _within(folder: Path, missing: Missing) -> tuple[list[Path], str]:
    """The documents below a folder, hidden ones left out; a link to a folder is not followed, so there is no loop.

    A link to nothing stays in: whoever reads it says that its file is gone.
    """
    def refused(error: OSError) -> None:
        missing.append((str(error.filename), f"the folder cannot be opened ({error.strerror}); check the permissions"))

    kinds, found = {*SUFFIXES, ARCHIVE}, []
    for place, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if not name.startswith(".")]
    shown = [path for path in sorted(found) if path.suffix.lower() in kinds and (path.is_file() or not path.exists())]
    files = [file for path in shown for file in _opened(path)]
    return files, "" if files else f"the folder has no document that can be read ({KINDS}); name another one"
