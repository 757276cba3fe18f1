"""Write, read and delete a small object in the object store, so that an operator can check its configuration.

The object holds random bytes and has the name of a file that no team has. Calls block and must run in a thread.
"""

import secrets
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from obstore.exceptions import BaseError

from app import clock
from app.vault.encryption import Damaged
from app.vault.objects import Staged
from app.vault.vault import Vault

_BYTES: Final = 4096
#: Replaces the ids of a team and a party in the object's name.
_NOBODY: Final = UUID(int=0)
Step = Literal["write", "read", "delete"]


@dataclass(frozen=True, slots=True)
class Tested:
    """The result. `failed`: the step that failed, `None` for none; `problem`: the error."""

    failed: Step | None
    problem: str | None
    milliseconds: int


def run(vault: Vault) -> Tested:
    """Try the object store; never raises an error of the store."""
    began = clock.monotonic()
    step: Step = "write"
    content, prefix = secrets.token_bytes(_BYTES), f"{_NOBODY}/{_NOBODY}/{clock.new_id()}/"
    name = f"{prefix}{0:020d}"
    try:
        _write(vault, name, content)
        step = "read"
        _compare(vault, name, content)
        step = "delete"
        vault.objects.remove_all(prefix)
    except (OSError, ValueError, Damaged, BaseError) as error:
        return Tested(step, _said(error), _milliseconds(began))
    return Tested(None, None, _milliseconds(began))


def _milliseconds(began: float) -> int:
    return round((clock.monotonic() - began) * 1000)


def _write(vault: Vault, name: str, content: bytes) -> None:
    staged = Staged(vault.staging)
    try:
        staged.write(content)
        vault.objects.keep(staged, name)
    finally:
        staged.close()


def _compare(vault: Vault, name: str, content: bytes) -> None:
    if vault.objects.read(name, 0, len(content)) != content:
        raise Damaged("the object has other bytes than were written")


def _said(error: Exception) -> str:
    """Return the class of the error, and the text of the operating system; a store's own text may name a key."""
    words = error.strerror if isinstance(error, OSError) else None
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
