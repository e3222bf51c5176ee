"""Who does the work, as the command's options ask."""

import argparse
import os
from typing import TYPE_CHECKING

from factledger.errors import Failure

if TYPE_CHECKING:
    from factledger.batch.pool import Pool


def pool_of(options: argparse.Namespace, most: int | None = None) -> "Pool":
    """The processes of this machine, no more than documents, or a Dask cluster. Raises Failure."""
    if options.dask:
        try:
            from factledger.batch.remote import DaskPool
        except ModuleNotFoundError:
            raise Failure("--dask needs Dask: install it with pip install 'factledger[dask]'") from None
        return DaskPool(options.dask)
    from factledger.batch.pool import LocalPool

    jobs = options.jobs or processors()
    return LocalPool(jobs if most is None else min(jobs, max(1, most)))


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
