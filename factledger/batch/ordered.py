"""Work done by several threads, handed out in its order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class NotBegun(Exception):
    """It was time to stop before this one had its turn."""


def ordered(
    items: Iterable[Item], work: Callable[[Item], Result], threads: int, ahead: Callable[[Iterable[Item]], bool],
    stopped: Callable[[], bool],
) -> Iterator[tuple[Item, "Future[Result]"]]:
    """Each item with its future, done, in the order of the items.

    While one takes long, the next ones are begun as long as `ahead` allows it, looking at all that are held. After
    `stopped`, no more is begun, and what is not begun is left out; what is in hand is finished.
    """
    def begin(item: Item) -> Result:
        if stopped():
            raise NotBegun
        return work(item)

    held: deque[tuple[Item, Future[Result]]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for item in items:
                held.append((item, pool.submit(begin, item)))
                while held and (held[0][1].done() or not ahead(item for item, _ in held)):
                    yield from _done(held.popleft())
            while held:
                yield from _done(held.popleft())
        finally:
            for _, future in held:
                future.cancel()


def _done(held: tuple[Item, "Future[Result]"]) -> Iterator[tuple[Item, "Future[Result]"]]:
    """Waits for the result; nothing if it was not begun."""
    if not isinstance(held[1].exception(), NotBegun):
        yield held
