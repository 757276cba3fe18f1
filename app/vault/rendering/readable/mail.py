"""E-mail (RFC 5322, MIME): headers, parts as text, and the size and hash of attachments."""

import email
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from hashlib import sha256
from typing import Final

from app.vault.rendering.plaintext import decode
from app.vault.rendering.readable import markup
from app.vault.rendering.readable.marks import OMITTED, Reading, note, quoted

_SHOWN: Final = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject", "Message-ID", "In-Reply-To")
_MOST_PARTS: Final = 1_000


def read(content: bytes) -> Reading:
    """Yield a message and the messages in it. Times stay as their senders wrote them."""
    message = email.message_from_bytes(content)
    yield from _headers(message)
    count = 0
    for number, part in _numbered(message, ""):
        count += 1
        if count <= _MOST_PARTS:
            yield from _part(number, part)
    if count > _MOST_PARTS:
        yield note(f"{count - _MOST_PARTS:,} more parts are not shown") + "\n"
        yield OMITTED
    yield note("all headers as received") + "\n"
    yield from (f"{name}: {quoted(_raw(value))}\n" for name, value in message.raw_items())


def _headers(message: "Message[str, str]") -> Iterator[str]:
    for name in _SHOWN:
        for value in message.get_all(name, []):
            yield f"{name}: {quoted(_decoded(value))}\n"
    yield "\n"


def _numbered(message: "Message[str, str]", above: str) -> Iterator[tuple[str, "Message[str, str]"]]:
    """Yield the parts that are no containers, with their numbers as IMAP gives them (RFC 9051), and nested messages."""
    inner = message.get_payload() if message.is_multipart() else None
    if not isinstance(inner, list):
        yield above or "1", message
        return
    if message.get_content_type() == "message/rfc822" and above:
        yield above, message
    for place, one in enumerate(inner, start=1):
        if isinstance(one, Message):
            yield from _numbered(one, f"{above}.{place}" if above else str(place))


def _part(number: str, part: "Message[str, str]") -> Reading:
    kind, name = part.get_content_type(), part.get_filename()
    attached = part.get_content_disposition() == "attachment" or name is not None
    if part.is_multipart():
        yield "\n" + note(f"part {number} · {kind}") + "\n"
        inner = part.get_payload(0)
        if isinstance(inner, Message):
            yield from _headers(inner)
        return
    body = part.get_payload(decode=True)
    content = body if isinstance(body, bytes) else b""
    told = f" · {_decoded(name)}" if name else ""
    size = f" · {len(content):,} bytes · SHA-256 {sha256(content).hexdigest()}" if attached else ""
    yield "\n" + note(f"part {number} · {kind}{told}{size}") + "\n"
    if kind == "text/html":
        yield markup.read(_text(part, content))
    elif kind.startswith("text/"):
        yield quoted(_text(part, content)) + "\n"
    elif content:
        yield OMITTED


def _text(part: "Message[str, str]", content: bytes) -> str:
    try:
        return content.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        decoded = decode(content, whole=True)
        return decoded.text if decoded else content.decode("cp1252", errors="replace")


def _decoded(value: object) -> str:
    """Return a header in readable form; one that breaks the standard stays as it is."""
    try:
        return " ".join(str(make_header(decode_header(str(value)))).split())
    except (LookupError, ValueError):
        return _raw(value)


def _raw(value: object) -> str:
    """Return a header as received, in one line. Bytes that are no ASCII are read as Windows-1252."""
    text = (
        str(value).encode("ascii", errors="surrogateescape").decode("cp1252", errors="replace")
        if _is_raw(value)
        else str(value)
    )
    return " ".join(text.split())


def _is_raw(value: object) -> bool:
    return any("\udc80" <= one <= "\udcff" for one in str(value))
