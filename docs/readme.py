"""Runs every block of README.md and puts in what it really prints: `make docs` writes it, a test compares.

console   commands after `$ `, run in order in one folder, each followed by its output
python    a program; what it prints is the `text` block after it
toml      a rule that stands so in models/
sh        commands for a clone of the project
no name   a plan of the house; each line begins with a path that exists
The table of strings under "What it finds" is made anew by extracting each string.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HOUSE = Path(__file__).parent.parent
README = HOUSE / "README.md"
BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| (?P<text>[\"“].+?[\"”]) \|.*\|$", re.MULTILINE)
ID = re.compile(r"^(c[0-9a-f]{5,})\b", re.MULTILINE)  # a claim's id at the head of its row
TIME = re.compile(r"\s*\b[\d.,]+ ?(?:s|ms|seconds?|words/s)\b")  # differs from run to run


class Untrue(AssertionError):
    """The README says what the project does not do."""


@dataclass
class Readme:
    """`folder` is where the commands run, `printed` what the last program said, `ids` the new ids of changed claims."""

    folder: Path
    printed: str = ""
    ids: dict[str, str] = field(default_factory=dict)

    def block(self, found: re.Match[str]) -> str:
        body = getattr(self, found["kind"] or "plan")(found["body"])
        return f"```{found['kind']}\n{body}```"

    def console(self, body: str) -> str:
        return "".join(self.command(command, expected) for command, expected in commands(body))

    def command(self, command: str, expected: str) -> str:
        for old, new in self.ids.items():
            command = command.replace(old, new)
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=environment(), capture_output=True, text=True, check=False,
        )
        printed = lines_trimmed(done.stdout + done.stderr)
        self.ids |= dict(zip(ID.findall(expected), ID.findall(printed), strict=False))
        return f"$ {command}\n{expected if timeless(printed) == timeless(expected) else printed}"

    def python(self, body: str) -> str:
        program = [sys.executable, "-c", body]
        done = subprocess.run(program, cwd=self.folder, env=environment(), capture_output=True, text=True, check=False)
        self.printed = lines_trimmed(done.stdout + done.stderr)
        return body

    def text(self, body: str) -> str:
        return self.printed

    def toml(self, body: str) -> str:
        rules = [rule for path in (HOUSE / "models").rglob("*.toml") for rule in every_rule(path.read_text("utf8"))]
        if unknown := [rule["id"] for rule in every_rule(body) if rule not in rules]:
            raise Untrue(f"no rule file in models/ has this rule so: {unknown}")
        return body

    def sh(self, body: str) -> str:
        demo = f"DEMO={self.folder / 'demo'}"
        for line in body.splitlines():
            subprocess.run([*line.split(), demo], cwd=HOUSE, env=environment(), check=True, stdout=subprocess.DEVNULL)
        return body

    def plan(self, body: str) -> str:
        if missing := [line for line in body.splitlines() if not (HOUSE / line.split()[0]).exists()]:
            raise Untrue(f"the house has no {missing}")
        return body


def rendered(text: str) -> str:
    """The README as it would be true now."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(HOUSE / "docs" / "report.txt", folder)
        text = BLOCK.sub(Readme(Path(folder)).block, text)
    return ROW.sub(lambda row: found_row(row["text"]), text)


def commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command with the output that stands below it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def environment() -> dict[str, str]:
    """A plain terminal of fixed width, with this environment's programs first."""
    kept = {name: value for name, value in os.environ.items() if name not in ("FACTLEDGER_DB", "VIRTUAL_ENV")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return kept | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}


def lines_trimmed(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def timeless(text: str) -> str:
    return TIME.sub(" TIME", text)


def every_rule(text: str) -> list[dict[str, object]]:
    tables = [table for table in tomllib.loads(text).values() if isinstance(table, list)]
    return [rule for table in tables for rule in table if isinstance(rule, dict) and "id" in rule]


def found_row(marked: str) -> str:
    """The row of a string: what is counted with its quantity, the event, its standing, who says so."""
    from corpus import from_text
    from extract import extract
    from models.wording import value_in_words

    claims = extract(from_text(marked.strip("\"“”"))).claims
    cells: list[list[str]] = [
        [f"{value_in_words(claim.quantity, claim.kind)} {claim.counted.text}" for claim in claims],
        [claim.event for claim in claims], [claim.status for claim in claims], [claim.source.name for claim in claims],
    ]
    return f"| {marked} | " + " | ".join("<br>".join(cell) for cell in cells) + " |"


if __name__ == "__main__":
    README.write_text(rendered(README.read_text(encoding="utf8")), encoding="utf8")
