"""Electronic mail: a single message (.eml) and a mailbox (.mbox), with attachments, HTML parts and non-ASCII headers.

Here: RFC 5322 messages from the standard library, with the parts that it would otherwise draw at random (boundaries,
message ids) made from the words of the message. Not here: what the letters say.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from app.demo.content import Content

__all__ = ["Letter", "eml", "mbox"]

# A mailbox file has the line ends of the machine it was kept on.
UNIX = SMTP.clone(linesep="\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a message says. `at` is aware and keeps its zone's offset in the Date header; `relay` is the last hop."""

    sender: str
    to: str
    subject: str
    body: str
    at: datetime
    cc: str = ""
    html: str = ""
    answers: str = ""
    relay: str = "mx1.mail.example [192.0.2.25]"
    attachments: tuple[Content, ...] = ()

    @property
    def message_id(self) -> str:
        """The Message-ID, made from sender, time and subject; another letter's `answers` may name it."""
        digest = hashlib.sha256(f"{self.sender}{self.at.isoformat()}{self.subject}".encode()).hexdigest()[:20]
        return f"<{digest}@{parseaddr(self.sender)[1].partition('@')[2]}>"


def _message(letter: Letter) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    received = format_datetime(letter.at.astimezone(UTC))
    message["Return-Path"] = f"<{parseaddr(letter.sender)[1]}>"
    message["Received"] = (
        f"from {letter.relay} by mail.lantern.example with ESMTPS id {letter.message_id[1:11]}; {received}"
    )
    message["Date"] = format_datetime(letter.at)
    message["From"] = letter.sender
    message["To"] = letter.to
    if letter.cc:
        message["Cc"] = letter.cc
    message["Subject"] = letter.subject
    message["Message-ID"] = letter.message_id
    if letter.answers:
        message["In-Reply-To"] = message["References"] = letter.answers
    message["User-Agent"] = "Mozilla Thunderbird"
    message.set_content(letter.body, cte="quoted-printable")
    if letter.html:
        message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    for attachment in letter.attachments:
        maintype, _, subtype = attachment.media_type.partition("/")
        message.add_attachment(attachment.data, maintype=maintype, subtype=subtype, filename=attachment.name)
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"------------{letter.message_id[1:17]}{number:02d}")
    return message


def eml(name: str, letter: Letter) -> Content:
    """One message, lines ended by CR LF."""
    return Content(name, "message/rfc822", _message(letter).as_bytes())


def mbox(name: str, letters: Iterable[Letter]) -> Content:
    """A mailbox in the mboxrd form: a `From ` line before each message, such lines within it quoted by `>`."""
    out = bytearray()
    for letter in letters:
        out += f"From {parseaddr(letter.sender)[1]} {letter.at.astimezone(UTC):%a %b %d %H:%M:%S %Y}\n".encode()
        for line in _message(letter).as_bytes(policy=UNIX).splitlines(keepends=True):
            out += b">" + line if line.lstrip(b">").startswith(b"From ") else line
        out += b"\n"
    return Content(name, "application/mbox", bytes(out))
