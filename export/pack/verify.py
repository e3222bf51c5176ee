"""Checks an evidence pack: every file's sum, every quote in its text, the chain of the log.

    python3 verify.py [FOLDER]

Standard library only. Exit status 0 if all is as it was packed, 1 if anything is not; each problem is a line.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
LINE = re.compile(rb"([0-9a-f]{64})  ([A-Za-z0-9._/-]+)\n")
FIRST = "0" * 64
SAID = ("at", "claim", "detail", "number", "source", "what", "who")


def problems(folder: Path) -> Iterator[str]:
    """Everything that is not as it was packed."""
    found = list(sums(folder))
    yield from found
    if not found:  # a damaged pack would only give the same problem many times over
        hashes: dict[int, str] = {}
        yield from chain(folder / "data" / "events.jsonl", hashes)
        yield from quotes(folder / "data", hashes)


def sums(folder: Path) -> Iterator[str]:
    """Files that are missing, too many or changed."""
    listed: dict[str, str] = {}
    for manifest in (MANIFEST, TAG_MANIFEST):
        try:
            listed |= read_manifest((folder / manifest).read_bytes())
        except (OSError, ValueError) as error:
            yield f"{manifest} cannot be read: {error}"
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    for name in sorted(there.keys() - listed.keys() - {TAG_MANIFEST}):
        yield f"{name} is in no manifest: it was added"
    for name, expected in sorted(listed.items()):
        if name not in there or there[name].is_symlink():
            yield f"{name} is missing"
        elif digest(there[name]) != expected:
            yield f"{name} was changed: its sum is another"


def read_manifest(data: bytes) -> dict[str, str]:
    """The sum of each file. Raises ValueError for a line that is not exactly as it was written."""
    lines = data.splitlines(keepends=True)
    found = [LINE.fullmatch(line) for line in lines]
    if None in found or b"".join(lines) != data:
        raise ValueError("a line is not a sum and a name")
    names = {match[2].decode(): match[1].decode() for match in found if match}
    if len(names) != len(found) or list(names) != sorted(names):
        raise ValueError("its names are not in order")
    return names


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def quotes(data: Path, hashes: dict[int, str]) -> Iterator[str]:
    """Facts whose quote is not in its text where it should be, or whose event is not in the chain."""
    texts: dict[str, str] = {}
    for number, fact in enumerate(records(data / "facts.jsonl"), 1):
        if "quote" not in fact or "text_sha256" not in fact:
            continue
        name = fact["text_sha256"]
        if name not in texts:
            raw = (data / "texts" / f"{name}.txt").read_bytes()
            texts = {name: raw.decode("utf8", "surrogatepass")}
            if hashlib.sha256(raw).hexdigest() != name:
                yield f"the text {name} is not the one that was read: its sum is another"
        if not stands(fact, texts[name]):
            yield f"fact {number} ({fact.get('claim_id')}): its quote does not stand at its place in the text"
        if fact.get("event_seq") is not None and hashes.get(fact["event_seq"]) != fact["event_hash"]:
            yield f"fact {number} ({fact.get('claim_id')}): its event is not in the chain"


def stands(fact: dict[str, Any], text: str) -> bool:
    """The quote and its surroundings are in the text at the characters that are given."""
    start, end = fact["char_start"], fact["char_end"]
    return bool(
        text[start:end] == fact["quote"]
        and text[:start].endswith(fact["quote_prefix"]) and text[end:].startswith(fact["quote_suffix"])
    )


def chain(path: Path, hashes: dict[int, str]) -> Iterator[str]:
    """Events that do not follow the one before, or that do not have their hash; `hashes` is filled on the way."""
    previous = FIRST
    for expected, event in enumerate(records(path), 1):
        if event["number"] != expected or event["previous"] != previous:
            yield f"event {event['number']} does not follow the one before it"
        if "what" in event and hash_of(event) != event["hash"]:
            yield f"event {event['number']} was changed: its hash is another"
        previous = hashes[event["number"]] = event["hash"]


def hash_of(event: dict[str, Any]) -> str:
    """SHA-256 over the previous hash and the event as canonical JSON."""
    said = {name: event[name] for name in SAID}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((event["previous"] + text).encode("utf8", "surrogatepass")).hexdigest()


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def main(words: list[str]) -> int:
    """Prints what was found; the exit status."""
    folder = Path(words[0]) if words else Path(__file__).resolve().parent
    found = list(problems(folder))
    print(*found, sep="\n", end="\n" if found else "")
    print(f"tagmanifest-sha256.txt has the SHA-256 {digest(folder / TAG_MANIFEST)}"
          if (folder / TAG_MANIFEST).is_file() else "this folder is no evidence pack")
    print(f"{len(found)} problems" if found else "All is as it was packed: sums, quotes and chain.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
