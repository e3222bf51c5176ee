"""How far an export has come."""

from collections.abc import Callable, Iterable, Iterator

from export.fact import Fact

EVERY = 500  # facts

Progress = Callable[[int], object]


def followed(facts: Iterable[Fact], progress: Progress | None) -> Iterator[Fact]:
    """The same facts; `progress` is told now and then how many there were."""
    for number, fact in enumerate(facts, 1):
        if progress is not None and number % EVERY == 0:
            progress(number)
        yield fact
