"""Messages and saved web archives: EML and MHTML, by the standard library's parser."""

from dataclasses import replace
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from corpus.draft import Draft, Metadata, clean
from corpus.errors import ReadError
from corpus.media import MAIL
from corpus.settings import Settings
from corpus.text import draft_text
from corpus.web import read_web

SNAPSHOT = "Snapshot-Content-Location"      # the address of a page that a browser saved


def read_mail(data: bytes, name: str, settings: Settings) -> Draft:
    """A draft of the message's text; its attachments are named in the notes. Raises ReadError when it has none."""
    message = BytesParser(policy=policy.default).parsebytes(data.lstrip())
    body = message.get_body(("plain", "html") if SNAPSHOT not in message else ("html",))
    if not isinstance(body, EmailMessage):
        raise ReadError(name, "the message has no text", "save what it holds as files of their own")
    content = body.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    if body.get_content_type() == "text/html":
        draft = read_web(_declared(content, body), name, settings)
    else:
        draft = draft_text(_text(content, body), Metadata())
    return replace(draft, media_type=MAIL, metadata=_metadata(message, draft.metadata), notes=_notes(message))


def _text(content: bytes, body: EmailMessage) -> str:
    try:
        text = content.decode(body.get_content_charset("utf8"))
    except (LookupError, UnicodeDecodeError):
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n")


def _declared(content: bytes, body: EmailMessage) -> bytes:
    """The page in UTF-8, when the message says in which encoding it is."""
    charset = body.get_content_charset()
    return content if charset is None else b"\xef\xbb\xbf" + _text(content, body).encode("utf8", "replace")


def _metadata(message: EmailMessage, page: Metadata) -> Metadata:
    address = message.get(SNAPSHOT) or page.url
    return Metadata(page.title or clean(str(message.get("Subject", ""))), page.publisher,
                    page.published or (None if SNAPSHOT in message else _day(message)), address and str(address))


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (TypeError, ValueError, IndexError):
        return None


def _notes(message: EmailMessage) -> tuple[str, ...]:
    if SNAPSHOT in message:
        return ()
    names = [clean(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()]
    return (f"attachments that are not read: {', '.join(names)}",) if names else ()
