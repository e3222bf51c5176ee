"""A sentence as noun groups, verb groups and the marks between them."""

from extract.groups.build import build_groups
from extract.groups.group import Group
from extract.groups.units import Unit, Units

__all__ = ["Group", "Unit", "Units", "build_groups"]
