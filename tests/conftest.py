"""Settings of the whole suite."""

import os

from hypothesis import settings

pytest_plugins = ["tests.databases"]  # `place`, a new ledger on SQLite and on PostgreSQL

# a slow moment of a shared machine is no failure; CI tries the same examples each time, people try new ones
settings.register_profile("house", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("house")
