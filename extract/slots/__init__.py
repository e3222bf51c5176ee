"""Slots of a claim that stand beside it: date, place, charges, actor, whole."""

from extract.slots.fill import Slots

__all__ = ["Slots"]
