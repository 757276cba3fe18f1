"""Send one message to the mail server over TLS, one connection per message.

Errors contain only the server's reply code, because its text may contain the address.
Not here: content (`services/notifications/letters.py`) and timing (`services/notifications/mail_sending.py`).
"""

import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Final, Literal

import aiosmtplib

from app.services.notifications.letters import Letterhead

_SECONDS: Final = 30.0
_PERMANENT: Final = 500


class NotSentError(Exception):
    """The message was not accepted. `final`: retrying is useless."""

    def __init__(self, problem: str, *, final: bool) -> None:
        super().__init__(problem)
        self.problem, self.final = problem, final


@dataclass(frozen=True, slots=True)
class Post:
    """Settings of the mail server. `apart`: minimum time between two messages to one account."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    head: Letterhead
    apart: timedelta
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    roots: Path | None = None

    def _client(self) -> aiosmtplib.SMTP:
        """Return a client for a single message.

        Raises `NotSentError` for unusable settings, such as a missing certificate file.
        """
        try:
            return self._made()
        except (OSError, ValueError) as error:
            raise NotSentError(type(error).__name__, final=False) from None

    def _made(self) -> aiosmtplib.SMTP:
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            use_tls=self.security == "tls",
            start_tls=self.security == "starttls",  # servers without STARTTLS are refused
            username=self.user,
            password=self.password,
            local_hostname=self.head.domain,
            timeout=_SECONDS,
            tls_context=None if self.security == "none" else self._trusted(),
        )

    async def send(self, message: EmailMessage, to: str) -> None:
        """Send the message and return once the server has accepted it.

        Raises:
            NotSentError: The server refused it or was unreachable, or the settings are unusable.
        """
        client = self._client()
        try:
            await client.connect()
            await client.send_message(message, sender=self.head.sender, recipients=[to])
            with suppress(Exception):  # accepted already; an error when closing does not matter
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
