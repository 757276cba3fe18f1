"""Routes to verify the audit log: proofs, receipts, keys, time stamps, and its health.

Proofs exist for published checkpoints only; larger sizes get 404. Any member may prove a position, because commitments
are open to the team. A receipt discloses the entry, so only members who may read it get one.
"""

import base64
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import Path, Query, Request
from fastapi.responses import PlainTextResponse
from pydantic import Field

from app.api import pagination
from app.api.context import context_of
from app.api.guards import MayReadLedger, ReadingUnit
from app.api.routing import Router
from app.api.schemas import Limit, Page, Time, View
from app.errors import Invalid, NotFound
from app.i18n.phrases import Phrase
from app.ledger import alarms, checkpoints, epochs, promises
from app.ledger.journal import Ledger
from app.ledger.signing import timestamps
from app.ledger.signing.notes import Checkpoint
from app.ledger.tree import nodes, recomputing
from app.services.audit import receipts

router = Router(prefix="/api/jits/{jit}/ledger", tags=["ledger"])

Position = Annotated[int, Query(ge=0, le=2**62)]
Size = Annotated[int | None, Query(ge=1, le=2**62, description="The tree's size; default: the published one.")]


class InclusionView(View):
    """An inclusion proof (RFC 6962, 2.1.1). `path`: from the leaf's sibling to the root's child, base64."""

    position: int
    size: int
    leaf: str
    path: list[str]


class ConsistencyView(View):
    """A consistency proof (RFC 6962, 2.1.2): the tree of size `to` begins with the tree of size `from`."""

    from_: int = Field(serialization_alias="from")
    to: int
    path: list[str]


class LogKeyView(View):
    """A key that signs checkpoints, and the sizes for which it is valid. `to` is null while it is in use.

    `note`: for the key of a later epoch, the signed note in which the previous key vouches for it.
    """

    vkey: str
    from_: int = Field(serialization_alias="from")
    to: int | None
    note: str | None


class PromiseKeyView(View):
    """A key that signs promises, and the note in which the log's key vouches for it."""

    vkey: str
    note: str


class LedgerKeysView(View):
    """The keys of an audit log."""

    log: list[LogKeyView]
    promises: list[PromiseKeyView]


class AlarmView(View):
    """A fault of the audit log that the operator must examine."""

    what: alarms.AlarmKind
    since: Time


class ConfirmedView(View):
    """A time-stamping authority, and the newest checkpoint that it confirms to have existed at or before `at`."""

    authority: str
    size: int
    at: Time


class TimestampView(View):
    """A time-stamp token (RFC 3161). `token` is the authority's TimeStampResp, DER in base64.

    It covers the checkpoint of this `size`: the exact bytes of its note up to the log's own signature line.
    """

    authority: str
    size: int
    at: Time
    token: str


class LedgerHealthView(View):
    """The state of the audit log: its last checkpoint, the last complete recomputation, and present alarms.

    `confirmed`: the last confirmation of each time-stamping authority; empty if the operator chose none.
    """

    published_size: int
    published_at: Time | None
    recomputed_at: Time | None
    confirmed: list[ConfirmedView]
    alarms: list[AlarmView]


@router.get("/proofs/inclusion")
async def prove_inclusion(
    session: ReadingUnit, seat: MayReadLedger, position: Position, size: Size = None
) -> InclusionView:
    """Prove that the commitment at a position is in the tree of a size. 404 for a size that is not published."""
    head = await _published(session, seat, size)
    wanted = size or head.size
    if position >= wanted:
        raise Invalid(
            Phrase("A tree of size {wanted} has no position {position}.", wanted=wanted, position=position),
            field="position",
        )
    leaf, path = await nodes.inclusion(session, seat.jit, position, wanted)
    return InclusionView(position=position, size=wanted, leaf=_base64(leaf), path=_all(path))


@router.get("/proofs/consistency")
async def prove_consistency(
    session: ReadingUnit,
    seat: MayReadLedger,
    old: Annotated[int, Query(alias="from", ge=1, le=2**62, description="The size that is known.")],
    new: Annotated[int | None, Query(alias="to", ge=1, le=2**62, description="Default: the published size.")] = None,
) -> ConsistencyView:
    """Prove that the tree of one size begins with that of another. 404 for a size that is not published."""
    head = await _published(session, seat, max(old, new or 0))
    wanted = new or head.size
    if old > wanted:
        raise Invalid(
            Phrase("A tree of size {wanted} cannot extend a tree of size {old}.", wanted=wanted, old=old), field="from"
        )
    path = await nodes.consistency(session, seat.jit, old, wanted)
    return ConsistencyView(from_=old, to=wanted, path=_all(path))


@router.get("/entries/{position}/receipt", response_class=PlainTextResponse)
async def read_receipt(
    session: ReadingUnit, seat: MayReadLedger, position: Annotated[int, Path(ge=0, le=2**62)]
) -> PlainTextResponse:
    """Return a C2SP `tlog-proof` of an entry with what the caller may read of it. 404 if unreadable or unpublished."""
    text = await receipts.of(session, seat.jit, position)
    name = f'attachment; filename="{position}.tlog-proof"'
    return PlainTextResponse(text, headers={"Cache-Control": "no-store", "Content-Disposition": name})


@router.get("/keys")
async def read_keys(request: Request, session: ReadingUnit, seat: MayReadLedger) -> LedgerKeysView:
    """Return the verifier keys of checkpoints and promises.

    Compare them with those in the agreement or your own records.
    """
    keys = context_of(request).ledger_keys
    log = await epochs.log_keys(session, Ledger(seat.jit, seat.ledger_origin), keys)
    signer, promiser = keys.signer(seat.ledger_origin), keys.promiser(seat.ledger_origin).verifier
    return LedgerKeysView(
        log=[LogKeyView(vkey=str(each.key), from_=each.first, to=each.last, note=each.note) for each in log],
        promises=[PromiseKeyView(vkey=str(promiser), note=promises.voucher(promiser, signer))],
    )


@router.get("/timestamps")
async def list_timestamps(
    session: ReadingUnit, seat: MayReadLedger, limit: Limit = 50, cursor: str | None = None
) -> Page[TimestampView]:
    """List the time stamps of this log's checkpoints, newest first."""
    asked = pagination.by_id(cursor, limit)
    found = await timestamps.newest(session, seat.jit, asked.after, asked.row_limit)
    return asked.page_by(lambda row: str(row.id), found, _timestamp_view)


def _timestamp_view(row: timestamps.StampedRow) -> TimestampView:
    return TimestampView(authority=row.authority, size=row.size, at=row.at, token=_base64(row.token))


@router.get("/health")
async def read_ledger_health(session: ReadingUnit, seat: MayReadLedger) -> LedgerHealthView:
    """Return whether the audit log is sound, as far as this server knows."""
    published = await checkpoints.signed(session, seat.jit)
    lasting = await alarms.lasting(session, seat.jit)
    recomputed: datetime | None = await recomputing.finished_at(session, seat.jit)
    confirmed = await timestamps.confirmed(session, seat.jit)
    return LedgerHealthView(
        published_size=published[0] if published else 0,
        published_at=published[1] if published else None,
        recomputed_at=recomputed,
        confirmed=[ConfirmedView(authority=one.authority, size=one.size, at=one.at) for one in confirmed],
        alarms=[AlarmView(what=alarm.what, since=alarm.since) for alarm in lasting],
    )


async def _published(session: ReadingUnit, seat: MayReadLedger, size: int | None) -> Checkpoint:
    """Return the published head. Raises `NotFound` if it is smaller than `size`."""
    head = await checkpoints.head(session, seat.jit)
    if head is None or head.size < (size or 1):
        raise NotFound
    return head


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _all(path: Sequence[bytes]) -> list[str]:
    return [_base64(each) for each in path]
