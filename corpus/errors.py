"""What a reader says when it cannot read: one sentence that names the file and the remedy."""


class ReadError(ValueError):
    """A file cannot be read. The message is one sentence for the user, with the file's name and what to do."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(f"{name}: {problem}; {remedy}")
        self.name, self.problem, self.remedy = name, problem, remedy
