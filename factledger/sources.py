"""Which documents the words of a command, and a manifest, name."""

from dataclasses import replace
from pathlib import Path

from factledger.batch.source import Source, of_address, of_file
from factledger.manifest import Manifest
from factledger.paths import SUFFIXES, named

MARK = "://"        # of an address


def gathered(words: list[str], manifest: str | None) -> tuple[list[Source], list[str]]:
    """The sources, each once, and a sentence for whatever names none. Raises Failure for a manifest without rows."""
    listed = Manifest.of(Path(manifest)) if manifest else Manifest()
    sources, missing = listed.sources() if listed.cards and not words else ([], [])
    addresses = [word for word in words if MARK in word]
    found = named([word for word in words if MARK not in word])
    sources += [of_file(path) for path in found.files]
    missing += [f"{word}: {reason}" for word, reason in found.missing]
    for address in addresses:
        there, reason = _behind(address)
        sources += there
        missing += [f"{address}: {reason}"] if reason else []
    carded = [replace(source, card=listed.card(source)) for source in sources]
    return carded, missing + listed.faults


def again(name: str, listed: Manifest) -> Source:
    """The source that a run calls so."""
    source = of_address(name, 0) if MARK in name else of_file(Path(name))
    return replace(source, card=listed.card(source))


def _behind(address: str) -> tuple[list[Source], str]:
    """The documents behind an address: one, those of a folder, or those that a pattern fits; or why there are none."""
    import fsspec  # type: ignore[import-untyped]

    try:
        system, path = fsspec.core.url_to_fs(address)
        paths = system.glob(path) if fsspec.core.has_magic(path) else system.find(path) or [path]
        sizes = {one: int(system.info(one).get("size") or 0) for one in sorted(paths)}
    except Exception as error:  # every file system has its own
        return [], f"cannot be reached ({type(error).__name__}); check the address and your right to read it"
    chosen = {one: size for one, size in sizes.items() if len(sizes) == 1 or Path(one).suffix.lower() in SUFFIXES}
    found = [of_address(system.unstrip_protocol(one), size) for one, size in chosen.items()]
    return found, "" if found else "there is no document that can be read; check the address"
