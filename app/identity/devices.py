"""Issue and recognise device cookies, by which a browser shows that an account signed in with it before.

A cookie grants no access. It gives the browser its own allowance of sign-in attempts, which strangers cannot use up.
Not here: the number of attempts (`services/accounts/throttles.py`).
"""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

KEPT: Final = timedelta(days=180)


class Devices:
    """Issues and recognises the cookies of one installation; all processes with the same key agree."""

    def __init__(self, key: bytes) -> None:
        """Use `key`: 32 secret bytes, kept outside the database."""
        self._key = key

    def issue(self, email: str, now: datetime) -> str:
        """Return the cookie's value for a browser in which this account has just signed in."""
        device, until = secrets.token_urlsafe(12), int((now + KEPT).timestamp())
        return f"{device}.{until}.{self._proof(email, device, until)}"

    def recognise(self, cookie: str | None, email: str, now: datetime) -> str | None:
        """Return the browser's id if the cookie is genuine, of this account and not too old."""
        device, _, rest = (cookie or "").partition(".")
        until, _, proof = rest.partition(".")
        if not (until.isascii() and until.isdigit() and len(until) <= 12):  # noqa: PLR2004 - a time in seconds
            return None
        genuine = hmac.compare_digest(
            self._proof(email, device, int(until)).encode(), proof.encode("utf-8", "surrogatepass")
        )
        return device if genuine and now.timestamp() <= int(until) else None

    def _proof(self, email: str, device: str, until: int) -> str:
        said = f"liaison-device/v1\n{email}\n{device}\n{until}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, said, sha256).hexdigest()
