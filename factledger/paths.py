"""Which files the words on the command line name."""

import glob
from dataclasses import dataclass, field
from pathlib import Path

# what a folder is searched for; a file that is named itself may have any suffix
SUFFIXES = {
    ".pdf", ".docx", ".odt", ".rtf", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".txt", ".text",
}


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
        found, reason = _expand(word)
        if reason:
            result.missing.append((word, reason))
        for path in found:
            if (real := path.resolve()) not in seen:
                seen.add(real)
                result.files.append(path)
    return result


def _expand(word: str) -> tuple[list[Path], str]:
    """The files of one word, or the reason why there are none."""
    path = Path(word)
    if path.is_dir():
        return _within(path)
    if path.exists() or path.is_symlink():
        return [path], ""
    if not glob.has_magic(word):
        return [], "there is no such file; check the path"
    matches = [Path(match) for match in sorted(glob.glob(word, recursive=True))]
    files = [file for match in matches for file in (_within(match)[0] if match.is_dir() else [match])]
    return files, "" if files else "no file matches this pattern; check it"


def _within(folder: Path) -> tuple[list[Path], str]:
    """The documents below a folder, hidden ones left out."""
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file()]
    shown = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    kinds = ", ".join(sorted(SUFFIXES))
    return shown, "" if shown else f"the folder has no document that can be read ({kinds}); name another one"
