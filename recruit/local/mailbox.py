"""What the mail sink kept, read for a page: addresses, subject and text, never markup.

A message may quote a resume, and a resume may hold anything, so only plain text is shown: of a message that has HTML
alone, the text of it. Names of files come from an address, so they are matched against what the sink writes.
"""

import email.policy
import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path

import nh3

_NAME = re.compile(r"[0-9T]{15,30}-[0-9a-f]{8}")
_SHOWN_CHARACTERS = 200_000
_UNREADABLE = "(This part cannot be read as text. The original holds it.)"


@dataclass(frozen=True)
class Mail:
    """One message as it was sent."""

    name: str
    sender: str
    recipients: str
    subject: str
    sent: datetime | None
    text: str
    headers: tuple[tuple[str, str], ...]
    attachments: tuple[str, ...]


def newest(folder: Path, *, limit: int) -> list[Mail]:
    """Return the messages, newest first; their names begin with the moment they came."""
    names = sorted((path.stem for path in folder.glob("*.eml")), reverse=True)
    return [mail for name in names[:limit] if (mail := read(folder, name)) is not None]


def original(folder: Path, name: str) -> bytes | None:
    """Return the very bytes, or nothing where no message has this name."""
    if _NAME.fullmatch(name) is None:
        return None
    try:
        return (folder / f"{name}.eml").read_bytes()
    except FileNotFoundError:
        return None


def read(folder: Path, name: str) -> Mail | None:
    """Return the message of this name, or nothing."""
    content = original(folder, name)
    if content is None:
        return None
    message = BytesParser(EmailMessage, policy=email.policy.default.clone(raise_on_defect=False)).parsebytes(content)
    return Mail(
        name=name,
        sender=_header(message, "from"),
        recipients=", ".join(str(value) for value in message.get_all("delivered-to", [])) or _header(message, "to"),
        subject=_header(message, "subject") or "(no subject)",
        sent=_moment(message),
        text=_text(message)[:_SHOWN_CHARACTERS],
        headers=tuple((key, str(value)) for key, value in message.items()),
        attachments=tuple(part.get_filename() or part.get_content_type() for part in message.iter_attachments()),
    )


def _header(message: EmailMessage, name: str) -> str:
    return str(message.get(name, ""))


def _moment(message: EmailMessage) -> datetime | None:
    try:
        moment = parsedate_to_datetime(_header(message, "date"))
    except ValueError:
        return None
    # a zone of -0000 says that it is not told which; the time is that of UTC (RFC 5322, 3.3)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _text(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        content = str(part.get_content())
    except (LookupError, ValueError):
        return _UNREADABLE
    if part.get_content_subtype() == "html":
        content = html.unescape(nh3.clean(content, tags=set())).strip()
    return content.replace("\r\n", "\n")
