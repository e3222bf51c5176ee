"""Writes the lock files: the newest releases that the package and its tools allow, by name and version only.

`requirements.lock` has what a user needs, `requirements-dev.lock` all that and the tools. Resolved for Python 3.11.0,
so that the locks also hold on a distribution that stays on an early 3.11. pip resolves for another Python from wheels
only: tools that are, or need, a package that comes as source alone are resolved in a second pass, on this Python.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

TARGET = ["--python-version", "3.11.0", "--only-binary", ":all:", "--target", "unused"]
NEEDS_SOURCE = ("bagit", "followthemoney", "quantulum3")


def main() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    shipped, tools = project["dependencies"], project["optional-dependencies"]["dev"]
    wheels = resolve([*shipped, *(each for each in tools if not each.startswith(NEEDS_SOURCE))], TARGET)
    everything = resolve([*shipped, *tools], [], wheels)
    write("requirements-dev.lock", everything)
    write("requirements.lock", resolve(shipped, TARGET, wheels))


def resolve(wanted: list[str], options: list[str], fixed: list[str] | None = None) -> list[str]:
    """The chosen versions, as `name==version`; those of `fixed` stay as they are."""
    with tempfile.TemporaryDirectory() as folder:
        report, constraints = Path(folder) / "report.json", Path(folder) / "constraints.txt"
        constraints.write_text("\n".join(fixed or []))
        command = ["install", "-qq", "--dry-run", "--ignore-installed", *options, "--report", str(report)]
        subprocess.run([sys.executable, "-m", "pip", *command, "-c", str(constraints), *wanted], check=True)
        chosen = [item["metadata"] for item in json.loads(report.read_text())["install"]]
    return [f"{item['name']}=={item['version']}" for item in chosen]


def write(name: str, lines: list[str]) -> None:
    Path(name).write_text("".join(f"{line}\n" for line in sorted(lines, key=str.lower)))


if __name__ == "__main__":
    main()
