"""Create secrets: those of which only a SHA-256 is stored, and those kept in a file.

Session secrets, secrets of calendar feeds and one-time codes are random and long. A plain hash is therefore sufficient,
and the time of a lookup by it reveals nothing. A secret in a file is created once, atomically, and is readable by the
server's user only.
Not here: passwords, which people choose (`passwords.py`).
"""

import hashlib
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

#: Time in which the first leader of a party can redeem the code.
CODE_LASTS: Final = timedelta(days=14)

#: Beginning of every script's token.
SCRIPT_TOKEN: Final = "liaison_"  # noqa: S105 - a prefix, no secret

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I L O U
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_RECOVERY_GROUPS: Final = 4
_GROUPS, _GROUP = 7, 4  # 28 symbols of five bits: 140 bits


def session_secret() -> str:
    """Return 32 random bytes, base64url, for the session cookie."""
    return secrets.token_urlsafe(32)


def session_digest(secret: str) -> bytes:
    """Return the digest of a session's secret, as stored."""
    return hashlib.sha256(b"liaison-session/v1\n" + secret.encode("utf-8", "surrogateescape")).digest()


def script_token() -> str:
    """Return a new token of a script: 32 random bytes, after a prefix by which leaked tokens are recognised."""
    return SCRIPT_TOKEN + secrets.token_urlsafe(32)


def is_script_token(token: str) -> bool:
    """Return whether this has the form of a script's token, not of a JWT. The length is not checked."""
    return token.startswith(SCRIPT_TOKEN)


def script_token_digest(token: str) -> bytes:
    """Return the digest of a script's token, as stored."""
    return hashlib.sha256(b"liaison-script-token/v1\n" + token.encode("utf-8", "surrogatepass")).digest()


def feed_digest(secret: str) -> bytes:
    """Return the digest of the secret in a calendar feed's address, as stored."""
    return hashlib.sha256(b"liaison-calendar-feed/v1\n" + secret.encode("utf-8", "surrogatepass")).digest()


def one_time_code() -> str:
    """Return a code that can be read aloud: `7KQ4-M9TX-…`, seven groups of four."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))


def recovery_code() -> str:
    """Return 80 random bits in four groups: a code that is accepted once, and whose attempts are counted."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_RECOVERY_GROUPS))


def normalised_code(code: str) -> str:
    """Return a one-time code without hyphens, as it is digested; accepts lower case, O for 0, I or L for 1."""
    return code.strip().upper().translate(_MISREAD)


def code_digest(code: str) -> bytes:
    """Return the digest of a one-time code, as stored. `accept_invitation` in `app/schema` computes the same."""
    return hashlib.sha256(
        b"liaison-one-time-code/v1\n" + normalised_code(code).encode("utf-8", "surrogatepass")
    ).digest()


def account_code_digest(code: str) -> bytes:
    """Return the digest of the code of an account invitation. `accept_account_invitation` computes the same."""
    return hashlib.sha256(
        b"liaison-account-code/v1\n" + normalised_code(code).encode("utf-8", "surrogatepass")
    ).digest()


def recovery_code_digest(code: str) -> bytes:
    """Return the digest of a recovery code, as stored."""
    return hashlib.sha256(
        b"liaison-recovery-code/v1\n" + normalised_code(code).encode("utf-8", "surrogatepass")
    ).digest()


def account_recovery_digest(code: str) -> bytes:
    """Return the digest of the one-time code with which a person recovers an account, as stored."""
    return hashlib.sha256(
        b"liaison-account-recovery/v1\n" + normalised_code(code).encode("utf-8", "surrogatepass")
    ).digest()


def setup_code_digest(code: str) -> bytes:
    """Return the digest of the setup code, as stored."""
    return hashlib.sha256(b"liaison-setup-code/v1\n" + normalised_code(code).encode("utf-8", "surrogatepass")).digest()


def kept_secret(path: Path, make: Callable[[], bytes] = lambda: secrets.token_bytes(32)) -> bytes:
    """Return the file's content; create it (mode 0600, synced) when missing. If two processes create it, one wins."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(descriptor, make())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_bytes()
