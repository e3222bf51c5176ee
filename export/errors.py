"""What an export says when it cannot be written."""


class ExportError(Exception):
    """The file cannot be written. The message is one sentence for the user."""


class UnknownFormat(ExportError):
    """The file's name ends in no format that can be written."""
