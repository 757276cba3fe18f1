"""The way to the mail server: one conversation for one message, over TLS.

Deliberately not here: what is said (`services/letters.py`) and when (`services/mail_sending.py`). What the server answers is told by
its number alone: its words may hold the address.
"""

import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Final, Literal

import aiosmtplib

from app.services.letters import Letterhead

_SECONDS: Final = 30.0
_PERMANENT: Final = 500


class NotSentError(Exception):
    """It was not accepted. `final`: it never will be."""

    def __init__(self, problem: str, *, final: bool) -> None:
        super().__init__(problem)
        self.problem, self.final = problem, final


@dataclass(frozen=True, slots=True)
class Post:
    """The mail server, and how often it is used for one account: once in `apart` at most."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    head: Letterhead
    apart: timedelta
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    roots: Path | None = None

    def _client(self) -> aiosmtplib.SMTP:
        """One for a single message. Raises `NotSentError` for settings that cannot work, such as roots that are not there."""
        try:
            return self._made()
        except (OSError, ValueError) as error:
            raise NotSentError(type(error).__name__, final=False) from None

    def _made(self) -> aiosmtplib.SMTP:
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            use_tls=self.security == "tls",
            start_tls=self.security == "starttls",  # one that offers none is not spoken to
            username=self.user,
            password=self.password,
            local_hostname=self.head.domain,
            timeout=_SECONDS,
            tls_context=None if self.security == "none" else self._trusted(),
        )

    async def send(self, message: EmailMessage, to: str) -> None:
        """Until the server has accepted it. Raises `NotSentError`."""
        client = self._client()
        try:
            await client.connect()
            await client.send_message(message, sender=self.head.sender, recipients=[to])
            with suppress(Exception):  # it is accepted: that the goodbye fails changes nothing
                await client.quit()
        except aiosmtplib.SMTPRecipientsRefused as error:
            code = error.recipients[0].code
            raise NotSentError(f"the recipient was refused ({code})", final=code >= _PERMANENT) from None
        except aiosmtplib.SMTPDataError as error:
            raise NotSentError(f"the message was refused ({error.code})", final=error.code >= _PERMANENT) from None
        except aiosmtplib.SMTPResponseException as error:
            raise NotSentError(f"the server refused ({error.code})", final=False) from None
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise NotSentError(type(error).__name__, final=False) from None
        finally:
            client.close()

    def _trusted(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.roots)
