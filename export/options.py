"""What goes into an export, and how it looks."""

from dataclasses import dataclass

from export.errors import unknown


@dataclass(frozen=True, slots=True)
class Options:
    """`where` are conditions on columns that must all hold, `fields` the columns wanted (all, if none is named).

    `redact` "names" replaces the names of persons. Raises BadOption for another word.
    """

    everything: bool = False
    names: bool = False
    where: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    codebook: str | None = None
    for_excel: bool = False
    redact: str | None = None

    def __post_init__(self) -> None:
        if self.redact not in (None, "names"):
            raise unknown("kind of redaction", str(self.redact), ("names",))
