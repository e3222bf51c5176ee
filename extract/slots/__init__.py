"""Slots of a claim that stand beside it: date, place, charges, actor, whole."""

from extract.slots.fill import fill_slots

__all__ = ["fill_slots"]
