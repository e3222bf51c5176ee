"""What the command line says when it cannot do what was asked."""


class Failure(Exception):
    """The task failed: exit status 1. The message is one sentence for the user."""


class Misuse(Exception):
    """The command was not used as it can be: exit status 2. The message is one sentence for the user."""
