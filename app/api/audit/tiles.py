"""Serves tiles and entry bundles of the audit log to standard clients (C2SP `tlog-tiles`).

Any member of the team reads them up to the published checkpoint; anything beyond gets 404. A log entry is a commitment
of 32 bytes, so no content is disclosed. Full tiles never change and may be cached privately. Entry bundles are not
compressed, because random bytes do not shrink.
"""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Path, Response

from app.api.guards import MayReadLedger, ReadingUnit
from app.api.routing import Router
from app.database import Reading
from app.errors import NotFound
from app.ledger import checkpoints
from app.ledger.tree import nodes, tiles
from app.ledger.tree.tiles import BUNDLE, Place

router = Router(prefix="/api/jits/{jit}/ledger/tile", tags=["ledger"])

_IMMUTABLE: Final = "private, max-age=31536000, immutable"
_HIGHEST: Final = 63

Level = Annotated[str, Path(pattern=r"^(0|[1-9][0-9]?)$", description="The tile's level, 0 to 63.")]
Where = Annotated[
    str,
    Path(max_length=40, description="`<N>` in groups of three digits, `x001/x234/067`; `.p/<W>` for a partial tile."),
]
_BYTES: Final[dict[int | str, dict[str, Any]]] = {
    200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/entries/{path:path}", response_class=Response, responses=_BYTES)
async def read_entry_bundle(session: ReadingUnit, seat: MayReadLedger, path: Where) -> Response:
    """Return an entry bundle: 256 commitments or the first ones, each preceded by its length in two bytes."""
    number, width = _read(path)
    return _answer(tiles.bundle(await _hashes(session, seat.jit, Place(BUNDLE, number), width)))


@router.get("/{level}/{path:path}", response_class=Response, responses=_BYTES)
async def read_tile(session: ReadingUnit, seat: MayReadLedger, level: Level, path: Where) -> Response:
    """Return a tile: 256 hashes of the tree, or the first ones."""
    number, width = _read(path)
    if int(level) > _HIGHEST:
        raise NotFound
    return _answer(await _hashes(session, seat.jit, Place(int(level), number), width))


def _read(path: str) -> tuple[int, int]:
    try:
        return tiles.read_path(path)
    except ValueError:
        raise NotFound from None


async def _hashes(session: Reading, jit: UUID, place: Place, width: int) -> bytes:
    head = await checkpoints.head(session, jit)
    found = None if head is None else await nodes.tile(session, jit, place, width, head.size)
    if found is None:
        raise NotFound
    return found


def _answer(content: bytes) -> Response:
    return Response(content, media_type="application/octet-stream", headers={"Cache-Control": _IMMUTABLE})
