"""Cookies by which a browser shows that an account signed in with it before.

Such a cookie is no right and opens nothing: it only gives the browser a share of its own of sign-in attempts, which strangers
cannot use up. Deliberately not here: how many attempts (`services/throttles.py`).
"""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

KEPT: Final = timedelta(days=180)


class Devices:
    """Makes and recognises the cookies of one installation: every server process on the same state folder agrees."""

    def __init__(self, key: bytes) -> None:
        """`key`: 32 secret bytes, kept outside the database."""
        self._key = key

    def issue(self, email: str, now: datetime) -> str:
        """Return the cookie's value for a browser in which this account has just signed in."""
        device, until = secrets.token_urlsafe(12), int((now + KEPT).timestamp())
        return f"{device}.{until}.{self._proof(email, device, until)}"

    def recognise(self, cookie: str | None, email: str, now: datetime) -> str | None:
        """Return the browser's id if the cookie is genuine, of this account and not too old."""
        device, _, rest = (cookie or "").partition(".")
        until, _, proof = rest.partition(".")
        if not (until.isascii() and until.isdigit() and len(until) <= 12):  # noqa: PLR2004 - a moment in seconds
            return None
        genuine = hmac.compare_digest(
            self._proof(email, device, int(until)).encode(), proof.encode("utf-8", "surrogatepass")
        )
        return device if genuine and now.timestamp() <= int(until) else None

    def _proof(self, email: str, device: str, until: int) -> str:
        said = f"liaison-device/v1\n{email}\n{device}\n{until}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, said, sha256).hexdigest()
