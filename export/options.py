"""What goes into an export, and how it looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`where` are conditions on columns that must all hold, `fields` the columns wanted (all, if none is named)."""

    everything: bool = False
    names: bool = False
    where: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    codebook: str | None = None
    for_excel: bool = False
