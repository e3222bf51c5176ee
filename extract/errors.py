"""What the rules cannot do, said in one sentence."""


class PipelineError(ValueError):
    """A trained pipeline cannot be used; the message says why and what to do."""
