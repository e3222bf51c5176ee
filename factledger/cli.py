"""The `factledger` command: one module per verb, loaded with nothing heavy behind it."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from factledger import rooms
from factledger.errors import Failure, Misuse

VERBS = (
    "ingest", "runs", "retry", "review", "account", "status", "claims", "show", "show-case", "approve", "reject",
    "correct", "decisions", "settings", "export", "verify", "import", "search", "backup", "agreement", "extract",
    "read", "page", "rules", "evaluate",
)
OBJECTS_A_ROUND = 50_000  # what a command makes lives to its end: garbage rounds so rare save an eighth of a cold start
FAILED, MISUSED, STOPPED, PIPE_CLOSED = 1, 2, 130, 141  # the last two as a shell gives them for signals

Words = Sequence[str] | None


def main(words: Words = None) -> int:
    """Runs one verb; the exit status. Every failure is one sentence on standard error."""
    try:
        gc.set_threshold(OBJECTS_A_ROUND)
        _steady_output()
        options = parser().parse_args(words)
        rooms.check()
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it exits
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return _say("stopped", STOPPED)
    except Misuse as error:
        return _say(str(error), MISUSED)
    except Exception as error:
        if os.environ.get("FACTLEDGER_DEBUG"):
            raise
        return _say(_sentence(error), FAILED)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    made = argparse.ArgumentParser(
        prog="factledger",
        description="Turns human-rights reports and court decisions into verified facts, "
                    "each with its place in the source.",
        epilog="`factledger VERB --help` explains a verb.",
    )
    made.add_argument("--version", action=Version, help="print the version and stop")
    verbs = made.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name in VERBS:
        verb = import_module(f"factledger.verbs.{name.replace('-', '_')}")
        added = verbs.add_parser(name, help=verb.HELP, description=f"{verb.HELP[0].upper()}{verb.HELP[1:]}.")
        verb.add_arguments(added)
        added.set_defaults(run=verb.run)
    return made


class Version(argparse.Action):
    """Prints the version, which is looked up only then."""

    def __init__(self, **settings: object) -> None:
        super().__init__(nargs=0, **settings)  # type: ignore[arg-type]

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from factledger.provenance import code_version

        print(f"factledger {code_version()}")
        parser.exit()


def _steady_output() -> None:
    """A character that the terminal's encoding lacks is written as its escape; a closed output swallows all."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _say(sentence: str, status: int) -> int:
    print(f"factledger: {sentence}", file=sys.stderr)
    return status


def _sentence(error: Exception) -> str:
    """Our own errors are sentences already; any other is a defect, and said to be one."""
    if isinstance(error, Failure) or type(error).__module__.split(".")[0] in rooms.ROOMS:
        return str(error)
    first = (str(error).splitlines() or [""])[0]
    return (f"unexpected {type(error).__name__}{first and ': '}{first}. This is a defect: "
            "run it again with FACTLEDGER_DEBUG=1 to see where, and report it")
