"""The tests mirror the rooms. A package of its own, so that no library that ships a `tests` can stand in its place."""
