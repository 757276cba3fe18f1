"""Build the notification e-mails. They say only that something needs attention, and link to the page.

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

Occasion = Literal["notice", "digest"]


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
    words = _WORDS.get(locale.partition("-")[0], _WORDS["en"])
    subject, first = words[occasion]
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("Liaison", addr_spec=head.sender)
    message["To"] = _address(to)
    message["Subject"] = subject
    message["Date"] = made_at
    message["Message-ID"] = f"<{mail}@{head.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message["List-Unsubscribe"] = f"<{head.root}/account>"
    message.set_content(f"{first}\n\n{head.root}/\n\n{words['why'][0]}\n{head.root}/account\n", cte="quoted-printable")
    return message


def test_letter(head: Letterhead, mail: UUID, made_at: datetime, to: str, locale: str) -> EmailMessage:
    """Return the message with which an operator tests the mail server. Raises `ValueError` like `letter`."""
    words = _WORDS.get(locale.partition("-")[0], _WORDS["en"])
    subject, text = words["test"]
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


_WORDS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "en": {
        "notice": ("Something needs you", "Something needs you in Liaison. Sign in to see what it is:"),
        "digest": ("Something is unread", "There is something in Liaison that you have not read. Sign in to see it:"),
        "why": ("You get this because your account asks for e-mail. Change that here:",),
        "test": (
            "Liaison: test message",
            "The mail server of this installation works. An operator requested this message:",
        ),
    },
    "fr": {
        "notice": (
            "Quelque chose vous attend",
            "Quelque chose vous attend dans Liaison. Connectez-vous pour voir de quoi il s’agit :",  # noqa: RUF001 - a French apostrophe
        ),
        "digest": (
            "Vous avez du non-lu",
            "Il y a dans Liaison quelque chose que vous n’avez pas lu. Connectez-vous pour le voir :",  # noqa: RUF001
        ),
        "why": ("Vous recevez ce message parce que votre compte le demande. Pour changer cela :",),
        "test": (
            "Liaison : message de test",
            "Le serveur de messagerie de cette installation fonctionne. Un exploitant a demandé cet envoi :",
        ),
    },
}
