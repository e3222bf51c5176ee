"""What goes into an export, and how it looks."""

from dataclasses import dataclass

from export.errors import BadOption, unknown


@dataclass(frozen=True, slots=True)
class Options:
    """`where` are conditions on columns that must all hold, `fields` the columns wanted (all, if none is named).

    `redact` "names" replaces the names of persons. `sources` and `pictures` put the source files, and pictures of the
    facts' pages, into an evidence pack. Raises BadOption for what does not go together.
    """

    everything: bool = False
    names: bool = False
    where: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    codebook: str | None = None
    for_excel: bool = False
    redact: str | None = None
    sources: bool = False
    pictures: bool = False

    def __post_init__(self) -> None:
        if self.redact not in (None, "names"):
            raise unknown("kind of redaction", str(self.redact), ("names",))
        if self.redact and (self.sources or self.pictures):
            raise BadOption("sources and pictures of pages show the names that --redact replaces: leave either out")
