"""What is to be said of the pages of a PDF: one sentence for all pages of which it is true."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Notes:
    """`empty` pages have no ink; until `deadline` (monotonic seconds) pages are recognised."""

    deadline: float
    said: dict[str, list[int]] = field(default_factory=dict)
    empty: set[int] = field(default_factory=set)

    def add(self, number: int, sentence: str) -> None:
        """The sentence is true of this page."""
        self.said.setdefault(sentence, []).append(number)

    def sentences(self) -> list[str]:
        """One for each thing that is said, its pages first."""
        return [f"page {', '.join(map(str, numbers))}: {sentence}" for sentence, numbers in self.said.items()]
