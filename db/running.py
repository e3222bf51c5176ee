"""The part of the store that keeps runs: what was read when, by which code and rules, and what could not be."""

from collections.abc import Mapping
from typing import Any

from db import runs
from db.database import Database
from db.identity import find_document
from db.records import Failure, Run


class Running(Database):
    """Runs and their reports."""

    def start_run(self, code_version: str, rules_sha256: str) -> int:
        """Notes the start of an extraction; its number."""
        with self._writing() as connection:
            return runs.start(connection, code_version, rules_sha256)

    def finish_run(self, number: int, report: Mapping[str, Any] | None = None) -> None:
        """Notes that the run came to its end, and what came of it: JSON values of the caller's choice."""
        with self._writing() as connection:
            runs.finish(connection, number, report)

    def run(self, number: int) -> Run:
        """Which code and rules a run used, and what came of it. Raises UnknownId."""
        with self._reading() as connection:
            return runs.one(connection, number)

    def runs(self) -> list[Run]:
        """Every run, the oldest first."""
        with self._reading() as connection:
            return runs.found(connection)

    def readings(self, document: str) -> tuple[str, list[Run]]:
        """When a document was added (UTC, ISO 8601), and the runs that read it, the oldest first."""
        with self._reading() as connection:
            return runs.readings(connection, find_document(connection, document))

    def run_documents(self, number: int) -> int:
        """How many documents a run has kept so far."""
        with self._reading() as connection:
            return runs.kept(connection, number)

    def add_failure(self, run: int, name: str, fault: str, remedy: str) -> None:
        """Notes a document that the run could not keep, why, and what to do."""
        with self._writing() as connection:
            runs.fail(connection, run, name, fault, remedy)

    def failures(self, run: int) -> list[Failure]:
        """What the run could not keep, in the order of time."""
        with self._reading() as connection:
            return runs.failures(connection, run)
