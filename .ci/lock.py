"""Writes requirements.lock: the newest releases that the package and its tools allow, by name and version only.

Resolved for Python 3.11.0, so that the lock also holds on a distribution that stays on an early 3.11. pip resolves for
another Python from wheels only: a tool that comes as source alone is locked at the version that is installed here.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from importlib.metadata import version
from pathlib import Path

LOCK = Path("requirements.lock")
SOURCE_ONLY = ("bagit",)
TARGET = ["--python-version", "3.11.0", "--only-binary", ":all:", "--target", "unused"]


def main() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lines = resolve([each for each in wanted if not each.startswith(SOURCE_ONLY)])
    lines += [f"{name}=={version(name)}\n" for name in SOURCE_ONLY]
    LOCK.write_text("".join(sorted(lines, key=str.lower)))


def resolve(wanted: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["install", "-qq", "--dry-run", "--ignore-installed", *TARGET, "--report", str(report)]
        subprocess.run([sys.executable, "-m", "pip", *options, *wanted], check=True)
        chosen = [item["metadata"] for item in json.loads(report.read_text())["install"]]
    return [f"{item['name']}=={item['version']}\n" for item in chosen]


if __name__ == "__main__":
    main()
