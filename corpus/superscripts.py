"""Note marks: a raised figure becomes a superscript character, so that it is never read as part of a number."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """The text with its figures as superscripts; letters ("18th") stay as they are."""
    return text.translate(RAISED)
