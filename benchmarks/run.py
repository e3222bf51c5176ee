"""Runs the benchmarks and keeps what they found: `python -m benchmarks.run [--small] [NAME ...]`."""

import argparse
import time
from importlib import import_module

from benchmarks.results import Result

PARTS = ("reading", "extraction", "storing", "whole", "scaling", "growth")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(PARTS)} (default: all)")
    asked.add_argument("--small", action="store_true", help="small sizes: shows that it works, and keeps nothing")
    options = asked.parse_args()
    for name in options.names or PARTS:
        begun = time.perf_counter()
        made: Result = import_module(f"benchmarks.parts.{name}").measure(options.small)
        print(*lines(made), sep="\n")
        if not options.small:
            print(f"  {made.save()}")
        print(f"  measured in {time.perf_counter() - begun:.0f} s", flush=True)


def lines(made: Result) -> list[str]:
    """What was found, to read."""
    shown = [f"{made.title} ({made.name})"]
    shown += [f"  {name:50} {made.timing(name).median:10.3f} {made.unit}, spread {made.timing(name).spread:.0%}"
              for name in made.series]
    shown += [f"  {name:50} {value:10.3f}" for name, value in made.figures.items()]
    shown += [f"  {'met   ' if target.met else 'MISSED'} {target.what}: {target.value:.2f}, "
              f"{'at most' if target.most else 'at least'} {target.bound}" for target in made.targets]
    return shown


if __name__ == "__main__":
    main()
