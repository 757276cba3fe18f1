"""Links to content: a path and a moment under a keyed hash, so that a link cannot be made up or kept.

A link says where and until when it can be started. It is no right: whoever follows it is asked again who he is and whether
he may. Deliberately not here: that question.
"""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

STARTS_WITHIN: Final = timedelta(minutes=1)


class Links:
    """Makes and checks the links of one installation: every server process on the same state folder agrees."""

    def __init__(self, key: bytes) -> None:
        """`key`: 32 secret bytes, kept outside the database."""
        self._key = key

    def sign(self, path: str, session: str, until: datetime) -> str:
        """The query string that makes `path` a link for this session."""
        moment = int(until.timestamp())
        return f"until={moment}&proof={self._proof(path, session, moment)}"

    def admits(self, path: str, session: str, until: int, proof: str, now: datetime) -> bool:
        """Whether the link is genuine, of this session, and can still be started."""
        genuine = hmac.compare_digest(
            self._proof(path, session, until).encode(), proof.encode("utf-8", "surrogatepass")
        )
        return genuine and now.timestamp() <= until

    def _proof(self, path: str, session: str, until: int) -> str:
        return hmac.new(self._key, f"{path}\n{session}\n{until}".encode(), sha256).hexdigest()
