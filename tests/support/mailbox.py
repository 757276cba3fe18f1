"""A mail server for tests, on a loopback port. It stores accepted mails and can be told to refuse them.

Not here: sending (`services/notifications/mail_post.py`), which tests use unchanged.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app import clock
from app.services.notifications.letters import Letterhead
from app.services.notifications.mail_post import Post
from tests.support.server import free_port

HEAD = Letterhead("liaison@example.org", "https://liaison.example.org")


@dataclass
class Mailbox:
    """Accepted mails, oldest first. `answer`: reply that refuses a message; `refused`: the same for a recipient."""

    port: int
    accepted: list[Envelope] = field(default_factory=list)
    answer: str = ""
    refused: str = ""

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802, ARG002
        if self.refused:
            return self.refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        if self.answer:
            return self.answer
        self.accepted.append(envelope)
        return "250 OK"

    @property
    def letters(self) -> list[EmailMessage]:
        """The messages, read."""
        return [message_from_bytes(_bytes(one), policy=policy.default) for one in self.accepted]

    def sent_to(self, address: str) -> list[EmailMessage]:
        """Those to one person."""
        return [letter for one, letter in zip(self.accepted, self.letters, strict=True) if one.rcpt_tos == [address]]

    def post(self, minutes: float = 15, **changes: Any) -> Post:
        """The way here, as the worker has it."""
        given: dict[str, Any] = {"host": "127.0.0.1", "port": self.port, "security": "none", "head": HEAD}
        return Post(**given | {"apart": timedelta(minutes=minutes)} | changes)


def _bytes(envelope: Envelope) -> bytes:
    content = envelope.content
    assert isinstance(content, bytes)
    return content


def _known(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:  # noqa: ARG001
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"liaison", b"secret")
    return AuthResult(success=good)


@contextmanager
def mailbox(context: ssl.SSLContext | None = None, **options: Any) -> Iterator[Mailbox]:
    """A mail server, until the end of the block. `context`: it offers STARTTLS, and demands it."""
    box = Mailbox(free_port())
    if context is not None:
        options |= {"tls_context": context, "require_starttls": True}
    controller = Controller(box, hostname="127.0.0.1", port=box.port, authenticator=_known, **options)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def certified(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate of `localhost`, and a server's context with it."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
    )
    now = clock.now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "mail.pem", folder / "mail.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, secret)
    return certificate, context
