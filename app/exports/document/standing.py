"""What a document is told besides the entries: what the bundle says of itself, and what it stands on.

Deliberately not here: how it is said (`contents`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.exports.setting import Setting


class About(Protocol):
    """What the bundle says of itself (`bundle.Subject`)."""

    @property
    def profile(self) -> str: ...  # noqa: D102
    @property
    def export(self) -> object: ...  # noqa: D102
    @property
    def exhibit_number(self) -> str | None: ...  # noqa: D102
    @property
    def exhibits(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def party(self) -> str | None: ...  # noqa: D102
    @property
    def team(self) -> str: ...  # noqa: D102
    @property
    def setting(self) -> Setting: ...  # noqa: D102
    @property
    def erased_at(self) -> str | None: ...  # noqa: D102
    @property
    def closed(self) -> tuple[str, int] | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that the document carries: its name there, what it is, how long, and its hash."""

    name: str
    media_type: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the document stands on: the checkpoint and who vouches for it, the key, the seal, the files with it."""

    origin: str
    size: int
    root: str
    key: str
    founding: str
    witnesses: int
    cosigned: Sequence[str]
    stamped: Sequence[str]
    seal: str
    fingerprint: str
    self_signed: bool
    folder: str
    attached: Sequence[Attached]
    left_out: Sequence[str]
