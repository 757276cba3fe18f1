"""Build the e-mails. They say that something needs attention or that somebody signed in, and no more.

They name no team, exhibit, person, party or number, because e-mail passes through servers outside the team.
All notices are identical except for language, date and id. Not here: whether one is sent (`services/notifications/mail_queue.py`).
"""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final, Literal
from uuid import UUID

from app.i18n.negotiation import spoken
from app.i18n.phrases import SOURCE, Phrase, translated

Occasion = Literal["notice", "digest", "sign_in", "organisation", "recovery", "recovered"]
#: E-mails about the account itself, which are sent at once, whatever the preferences.
ABOUT_THE_ACCOUNT: Final[frozenset[Occasion]] = frozenset({"sign_in", "organisation", "recovery", "recovered"})
#: Subject and first line.
_PHRASES: Final[dict[Occasion, tuple[Phrase, Phrase]]] = {
    "notice": (
        Phrase("Liaison: action required"),
        Phrase("You have a pending action in Liaison. Sign in to see it:"),
    ),
    "digest": (
        Phrase("Liaison: unread notifications"),
        Phrase("You have unread notifications in Liaison. Sign in to read them:"),
    ),
    "sign_in": (
        Phrase("Liaison: new sign-in"),
        Phrase(
            "Somebody signed in to your account from a browser or network that it had not used before. If it was not "
            "you, end that session and change your password:"
        ),
    ),
    "organisation": (
        Phrase("Liaison: organisation of your account"),
        Phrase(
            "Your account now belongs to an organisation. Its administrators can recover your account if you lose your "
            "password. See which organisation it is:"
        ),
    ),
    "recovery": (
        Phrase("Liaison: recovery of your account"),
        Phrase(
            "Two administrators of your organisation want to set a new password for your account. If you did not ask "
            "for it, sign in and stop the recovery:"
        ),
    ),
    "recovered": (
        Phrase("Liaison: new password"),
        Phrase(
            "A new password was set for your account through your organisation, and all sessions ended. If it was not "
            "you, tell the administrators of your organisation. Your account:"
        ),
    ),
}
_TEST: Final = (
    Phrase("Liaison: test message"),
    Phrase("The mail server of this installation works. An operator requested this message:"),
)
_WHY_SIGN_IN: Final = Phrase("This message protects your account, so it cannot be switched off.")
_WHY: Final = Phrase("You receive this message because e-mail notifications are on for your account. To change this:")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender's address, and the address of the page, such as `https://liaison.example.org`."""

    sender: str
    root: str

    @property
    def domain(self) -> str:
        """Return the sender's domain, which is used in message ids."""
        return self.sender.rpartition("@")[2]


def letter(head: Letterhead, mail: UUID, made_at: datetime, occasion: Occasion, to: str, locale: str) -> EmailMessage:
    """Return the message. The same arguments give the same bytes, so that repeated messages can be recognised.

    Raises:
        ValueError: `to` is not a valid address.
    """
    language = spoken(locale) or SOURCE
    optional = occasion not in ABOUT_THE_ACCOUNT
    why = _WHY if optional else _WHY_SIGN_IN
    subject, first, reason = (translated(phrase, language) for phrase in (*_PHRASES[occasion], why))
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("Liaison", addr_spec=head.sender)
    message["To"] = _address(to)
    message["Subject"] = subject
    message["Date"] = made_at
    message["Message-ID"] = f"<{mail}@{head.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if optional:
        message["List-Unsubscribe"] = f"<{head.root}/account>"
    page, settings = (f"{head.root}/", f"{head.root}/account\n") if optional else (f"{head.root}/account", "")
    message.set_content(f"{first}\n\n{page}\n\n{reason}\n{settings}", cte="quoted-printable")
    return message


def test_letter(head: Letterhead, mail: UUID, made_at: datetime, to: str, locale: str) -> EmailMessage:
    """Return the message with which an operator tests the mail server. Raises `ValueError` like `letter`."""
    language = spoken(locale) or SOURCE
    subject, text = (translated(phrase, language) for phrase in _TEST)
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("Liaison", addr_spec=head.sender)
    message["To"] = _address(to)
    message["Subject"] = subject
    message["Date"] = made_at
    message["Message-ID"] = f"<{mail}@{head.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{text}\n\n{head.root}/\n", cte="quoted-printable")
    return message


def _address(text: str) -> Address:
    """Parse an address. Raises `ValueError` in place of the library's various errors.

    Line breaks are refused first: the library must not receive them.
    """
    if any(letter in text for letter in "\r\n\x00"):
        raise ValueError("an address has one line")
    try:
        return Address(addr_spec=text)
    except Exception as error:
        raise ValueError("this is no address") from error
