"""Nothing that the page asks for is answered by going through a whole table: what SQLite says that it will do."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from db import Filters, Queue, Store
from tests.ledgers import document, extraction

# tables that grow with the ledger; the tallies of events, settings and leases have a few rows whatever its size
LARGE = ("claim", "claim_state", "numeral", "mention", "decision", "said", "event", "passage", "page", "look",
         "comment", "succession", "document", "document_tally", "source_file", "extraction")
FILTERS = [
    Filters(), Filters(state="open"), Filters(event="killed"), Filters(state="open", event="killed"),
    Filters(state="open", place="Belora"), Filters(state="open", source="the mayor"), Filters(state="open", rule="x"),
    Filters(reviewer="Ana"), Filters(state="verified", reviewer="Ana"), Filters(document="d", state="open"),
]
Asked = Callable[[Store, str, str], object]


def asked() -> dict[str, Asked]:
    """Everything that a page asks, by what it is; each takes a store, a claim and a document."""
    found: dict[str, Asked] = {
        "claim": lambda store, claim, name: store.claim(claim),
        "claim by a beginning": lambda store, claim, name: store.claim(claim[:4]),
        "entry": lambda store, claim, name: store.entry(name),
        "state counts": lambda store, claim, name: store.state_counts(),
        "last decision": lambda store, claim, name: store.last_decision_number(claim),
        "decisions": lambda store, claim, name: store.decisions(claim),
        "visible decisions": lambda store, claim, name: store.visible_decisions(claim, "Boris"),
        "earlier": lambda store, claim, name: store.earlier(claim),
        "sentence": lambda store, claim, name: store.sentence_claims(claim),
        "same thing": lambda store, claim, name: store.same_thing(claim),
        "text": lambda store, claim, name: store.text_between(name, 0, 9),
        "page": lambda store, claim, name: store.page_words(name, 1),
        "comments": lambda store, claim, name: store.comments(claim),
        "claim events": lambda store, claim, name: store.claim_events(claim),
        "latest events": lambda store, claim, name: store.latest_events(),
        "conflicts": lambda store, claim, name: store.conflicts(),
        "numerals": lambda store, claim, name: store.numerals(name),
        "documents": lambda store, claim, name: store.documents_after(name, 100),
        "progress": lambda store, claim, name: store.progress(name),
        "session": lambda store, claim, name: store.session("a" * 64, 0),
        "lease": lambda store, claim, name: store.lease(claim, "Boris", 60),
        "search": lambda store, claim, name: store.search("civilians killed"),
        "search in a document": lambda store, claim, name: store.search("civilians", document=name),
        "decide": lambda store, claim, name: store.decide(claim, "approve", "Boris", seen=1),
        "comment": lambda store, claim, name: store.comment(claim, "Ana", "look"),
    }
    for filters in FILTERS:
        for order in ("text", "useful"):
            queue = Queue(filters, order)
            found[f"{order}, {filters}"] = partial(_walk, queue)
    return found


def _walk(queue: Queue, store: Store, claim: str, _name: str) -> None:
    store.next_claim(queue)
    store.next_claim(queue, claim, "Boris")
    store.previous_claim(queue, claim)
    store.place_in(queue, claim)


ASKED = asked()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("plans") / "a.db")
    with Store(path) as store:
        read, data = document()
        store.add(read, data, extraction(), store.start_run("1", "0"))
        store.decide(next(store.claims()).id, "approve", "Ana")
    return path


def _whole(step: str, steps: list[str], statement: str) -> bool:
    """Whether a step goes through all rows of a large table; one that LIMIT ends at the first row needs no sorting."""
    words = step.split()
    ended = "LIMIT" in statement and steps == [step]
    return words[0] == "SCAN" and words[1] in LARGE and not ended


def _sorted(step: str, _steps: list[str], _statement: str) -> bool:
    return step == "USE TEMP B-TREE FOR ORDER BY"


def plans(
    store: Store, work: Callable[[], object], bad: Callable[[str, list[str], str], bool] = _whole
) -> list[str]:
    """The steps that SQLite takes for some work and that are bad: through a whole large table, or otherwise."""
    said: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        said.append((statement, parameters))

    event.listen(store._engine, "before_cursor_execute", hear)
    work()
    event.remove(store._engine, "before_cursor_execute", hear)
    assert said
    found = []
    with store._engine.connect() as connection:
        for statement, parameters in said:
            if statement.startswith(("SELECT", "UPDATE", "DELETE")):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
                steps = [str(row[3]) for row in rows]
                found += [f"{step}: {statement}" for step in steps if bad(step, steps, statement)]
    return found


@pytest.mark.parametrize("name", ASKED)
def test_no_table_is_gone_through(filled: str, name: str) -> None:
    with Store(filled) as store:
        claim, entry = next(store.claims()), store.documents()[0]
        assert plans(store, lambda: ASKED[name](store, claim.id, entry.id)) == []


@pytest.mark.parametrize("filters", [filters for filters in FILTERS if not filters.reviewer and not filters.document])
@pytest.mark.parametrize("order", ["text", "useful"])
def test_the_next_claim_is_found_without_sorting(filled: str, filters: Filters, order: str) -> None:
    with Store(filled) as store:
        claim, queue = next(store.claims()).id, Queue(filters, order)  # type: ignore[arg-type]
        assert plans(store, partial(_walk, queue, store, claim, ""), _sorted) == []


def test_a_document_is_added_without_a_look_at_the_others(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        run = store.start_run("1", "0")
        assert plans(store, lambda: store.add(*document(), extraction(), run)) == []


def test_the_check_sees_a_scan(filled: str) -> None:
    with Store(filled) as store:
        assert plans(store, store.documents) != []
        assert plans(store, store.agreement) != []


def test_a_ledger_is_opened_without_a_look_at_its_rows(filled: str) -> None:
    with Store(filled) as store:
        assert plans(store, store._migrate) == []
