"""Facts set aside are the same as those that were read, as often and in whatever order they are asked for."""

from db import Store
from export import Options, facts
from export.spool import set_aside


def test_what_is_set_aside_comes_back(store: Store) -> None:
    store.correct(next(store.claims()).id, {"event": "injured"}, "Ana", "so it says")
    read = list(facts(store, Options(everything=True)))
    with set_aside(facts(store, Options(everything=True))) as found:
        for _ in range(2):
            assert [(fact.record, fact.claim, fact.written) for fact in found] \
                == [(fact.record, fact.claim, fact.written) for fact in read]
        assert [fact.decisions for fact in found[::-1]] == [fact.decisions for fact in reversed(read)]
        assert [reading.entry for reading in found.readings] == [read[0].reading.entry]
        assert found[0].reading is found[-1].reading


def test_nothing_set_aside() -> None:
    with set_aside(()) as found:
        assert list(found) == [] and len(found) == 0 and found.readings == []
