"""Inputs of the document besides the entries: what the package states about itself, and what it is verified by.

Not here: the text made of it (`contents`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from app.access.exporting import Period
from app.exports.originals import LeftOut, Original
from app.exports.origins import ExportedOrigin
from app.exports.setting import Setting


class About(Protocol):
    """Statements of the package about itself (`bundle.Subject`)."""

    @property
    def profile(self) -> str: ...  # noqa: D102
    @property
    def export(self) -> object: ...  # noqa: D102
    @property
    def exhibit_number(self) -> str | None: ...  # noqa: D102
    @property
    def exhibits(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def period(self) -> Period: ...  # noqa: D102
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
    @property
    def origins(self) -> Sequence[ExportedOrigin]: ...  # noqa: D102
    @property
    def originals(self) -> Sequence[Original]: ...  # noqa: D102
    @property
    def left_out(self) -> Sequence[LeftOut]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Attached:
    """A file attached to the document: its name, media type, size and hash."""

    name: str
    media_type: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Demanded:
    """The log co-signers that the team demands when the package is made.

    `quorum`: agreed number; 0: none was agreed. `witnesses`: verifier keys of those that count.
    """

    quorum: int
    witnesses: Sequence[str]


NONE_DEMANDED: Final = Demanded(0, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Data that verify the document: checkpoint, cosignatures, time stamps, key, seal, attached files.

    `witnesses`: number of co-signers that count; `cosigned`: parties of those that signed; `quorum`: the agreed number.
    """

    origin: str
    size: int
    root: str
    key: str
    founding: str
    witnesses: int
    quorum: int
    cosigned: Sequence[str]
    stamped: Sequence[str]
    seal: str
    fingerprint: str
    self_signed: bool
    folder: str
    attached: Sequence[Attached]
    left_out: Sequence[str]
