"""Support for tests of the vault: a vault in a new folder, request bodies, and real files where present."""

from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from uuid import uuid4

import pytest

from app.vault import intake
from app.vault.places import Place, Segment
from app.vault.vault import Vault
from tests.support.random_choices import seeded

DATA = Path(__file__).parents[3] / "shared" / "data" / "files"

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data files are not beside this clone")


def some_bytes(size: int, seed: int = 1) -> bytes:
    return seeded(seed).randbytes(size)


def some_place() -> Place:
    return Place(uuid4(), uuid4(), uuid4())


async def body(pieces: Iterable[bytes], ends_with: BaseException | None = None) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    if ends_with is not None:
        raise ends_with


def in_pieces(content: bytes, size: int) -> list[bytes]:
    return [content[start : start + size] for start in range(0, len(content), size)]


async def store(vault: Vault, place: Place, parts: Iterable[bytes]) -> list[Segment]:
    """A new file whose PATCHes brought these parts."""
    await vault.begin(place)
    segments: list[Segment] = []
    offset = 0
    with vault.locks.hold(place) as hold:
        for part in parts:
            terms = intake.UploadTerms(room=len(part))
            received = await intake.receive(vault, hold, offset, body(in_pieces(part, 65_536)), terms)
            assert received.segment is not None
            segments.append(received.segment)
            offset += len(part)
    return segments
