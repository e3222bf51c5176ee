"""What a benchmark found, kept as JSON so that tables and pictures can be made of it again."""

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.timing import Timing

FOLDER = Path(__file__).parent.parent / "docs" / "benchmarks" / "results"


@dataclass(frozen=True, slots=True)
class Target:
    """What must be reached, and what was: `most` tells whether the figure is an upper bound."""

    what: str
    value: float
    bound: float
    most: bool = False

    @property
    def met(self) -> bool:
        return self.value <= self.bound if self.most else self.value >= self.bound


@dataclass(slots=True)
class Result:
    """Figures of one benchmark. `series` has the rounds of each candidate in `unit`, `points` pairs for a curve."""

    name: str
    title: str
    unit: str
    series: dict[str, list[float]] = field(default_factory=dict)
    points: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)
    machine: dict[str, str] = field(default_factory=dict)
    made_at: str = ""

    def timing(self, name: str) -> Timing:
        """The rounds of one candidate."""
        return Timing(tuple(self.series[name]))

    def ratio(self, slow: str, fast: str) -> float:
        """How many times faster: the median over the rounds."""
        return median(a / b for a, b in zip(self.series[slow], self.series[fast], strict=True))

    def aim(self, what: str, value: float, bound: float, most: bool = False) -> None:
        """Notes a figure that has to be reached."""
        self.targets.append(Target(what, value, bound, most))

    def save(self) -> Path:
        """Writes it beside the documentation."""
        self.machine = {"processor": _processor(), "processors": str(os.cpu_count()), "system": platform.platform(),
                        "python": platform.python_version(), "load": f"{os.getloadavg()[0]:.1f}"}
        self.made_at = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{self.name}.json"
        path.write_text(json.dumps(_rounded(asdict(self)), indent=1) + "\n", encoding="utf8")
        return path


def load(name: str) -> Result | None:
    """What was measured last; None if nothing was."""
    path = FOLDER / f"{name}.json"
    if not path.exists():
        return None
    record = json.loads(path.read_text(encoding="utf8"))
    record["targets"] = [Target(**target) for target in record.get("targets", [])]
    return Result(**{name: record[name] for name in Result.__slots__ if name in record})


def _rounded(value: Any) -> Any:
    """Six digits are more than any clock is good for."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, (list, tuple)) else value


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
