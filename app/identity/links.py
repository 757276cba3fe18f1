"""Sign links to content: path, session and expiry under an HMAC, so that links cannot be forged or reused later.

A link says where a download starts and until when. It grants no access: session and access rights are checked again.
Not here: that check.
"""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

STARTS_WITHIN: Final = timedelta(minutes=1)


class Links:
    """Makes and checks the links of one installation; all processes with the same key agree."""

    def __init__(self, key: bytes) -> None:
        """Use `key`: 32 secret bytes, kept outside the database."""
        self._key = key

    def sign(self, path: str, session: str, until: datetime) -> str:
        """Return the query string that makes `path` a link for this session."""
        moment = int(until.timestamp())
        return f"until={moment}&proof={self._proof(path, session, moment)}"

    def admits(self, path: str, session: str, until: int, proof: str, now: datetime) -> bool:
        """Return whether the link is genuine, belongs to this session and has not expired."""
        genuine = hmac.compare_digest(
            self._proof(path, session, until).encode(), proof.encode("utf-8", "surrogatepass")
        )
        return genuine and now.timestamp() <= until

    def _proof(self, path: str, session: str, until: int) -> str:
        return hmac.new(self._key, f"{path}\n{session}\n{until}".encode(), sha256).hexdigest()
