"""Work done by several threads, handed out in its order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from time import monotonic
from typing import TypeAlias, TypeVar

TOGETHER = 64   # items of one group

Item = TypeVar("Item")
Result = TypeVar("Result")
Held: TypeAlias = deque[tuple[Item, Future[Result]]]


class NotBegun(Exception):
    """It was time to stop before this one had its turn."""


def ordered(
    items: Iterable[Item], work: Callable[[Item], Result], threads: int, ahead: Callable[[Iterable[Item]], bool],
    stopped: Callable[[], bool], patience: float = 0.0,
) -> Iterator[list[tuple[Item, "Future[Result]"]]]:
    """The items with their futures, done, in the order of the items: groups of those that are done within `patience`.

    While one takes long, the next ones are begun as long as `ahead` allows it, looking at all that are held. After
    `stopped`, no more is begun, and what is not begun is left out; what is in hand is finished.
    """
    def begin(item: Item) -> Result:
        if stopped():
            raise NotBegun
        return work(item)

    held: Held[Item, Result] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for item in items:
                held.append((item, pool.submit(begin, item)))
                while held and (held[0][1].done() or not ahead(item for item, _ in held)):
                    yield from _done(held, patience)
            while held:
                yield from _done(held, patience)
        finally:
            for _, future in held:
                future.cancel()


def _done(held: Held[Item, Result], patience: float) -> Iterator[list[tuple[Item, "Future[Result]"]]]:
    """Waits for the first one, then so many seconds for those behind it; nothing if they were not begun."""
    group: list[tuple[Item, Future[Result]]] = []
    end: float | None = None
    while held and len(group) < TOGETHER:
        if not wait([held[0][1]], None if end is None else max(0.0, end - monotonic())).done:
            break
        end = end or monotonic() + patience
        group.append(held.popleft())
    if begun := [(item, future) for item, future in group if not isinstance(future.exception(), NotBegun)]:
        yield begun
