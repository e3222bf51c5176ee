"""The tests of the store wait for no disk."""

from collections.abc import Iterator

import pytest

from db import connect


@pytest.fixture(autouse=True)
def hurried() -> Iterator[pytest.MonkeyPatch]:
    """No test waits for the disk, unless it undoes this: what a killed program leaves is the same without."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connect, "SYNCHRONOUS", "OFF")
        yield patch
