"""Writes requirements.lock: the newest releases that the package and its tools allow, by name and version only.

Resolved for Python 3.11.0, so that the lock also holds on a distribution that stays on an early 3.11.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

LOCK = Path("requirements.lock")
TARGET = ["--python-version", "3.11.0", "--only-binary", ":all:", "--target", "unused"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        resolve = ["install", "-qq", "--dry-run", "--ignore-installed", *TARGET, "--report", str(report), ".[dev]"]
        subprocess.run([sys.executable, "-m", "pip", *resolve], check=True)
        chosen = [item["metadata"] for item in json.loads(report.read_text())["install"] if not item["is_direct"]]
    LOCK.write_text("".join(sorted((f"{item['name']}=={item['version']}\n" for item in chosen), key=str.lower)))


if __name__ == "__main__":
    main()
