"""Listeners of the live channel without a socket, and entries with audiences that the superuser writes past every policy."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg

from app import clock
from app.access.seats import Seat
from app.access.sharing.sight import Releases
from app.database import Database
from app.ledger.audiences import Audience, Hearer
from app.realtime.frames import OutgoingFrame
from app.realtime.listener import Listener
from app.realtime.subscribers import Subscribers
from tests.support.databases.superuser import as_superuser
from tests.support.seats import named


class Silence:
    """A wire on which nothing is said."""

    def __init__(self) -> None:
        self.writable = asyncio.Event()

    def write(self, frames: bytes) -> None:
        raise AssertionError(frames)


class Paper(Silence):
    """A wire that keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []

    def write(self, frames: bytes) -> None:
        self.written.append(frames)


def those(crowd: Subscribers, audience: Audience, given_out: Releases) -> set[Listener]:
    """Who hears it."""
    return {one for windows in crowd.hearing(audience, given_out, clock.now()) for one in windows}


async def listening(asker: Seat) -> Listener:
    """One whose reader keeps up."""
    wire = Paper()
    wire.writable.set()
    listener = Listener(asker, wire, reached=-1, room=512)
    await listener.flow()
    return listener


def told(position: int) -> OutgoingFrame:
    """A frame that says its position."""
    return OutgoingFrame(b"%d;" % position, position, again=False)


def written_to(listener: Listener) -> list[bytes]:
    """What came over its wire, piece by piece."""
    assert isinstance(listener.wire, Paper)
    return listener.wire.written


def heard_by(listener: Listener) -> list[int]:
    """The positions of what `told` made, as they came."""
    return [int(position) for position in b"".join(written_to(listener)).split(b";")[:-1]]


def of(*hearers: Hearer) -> Audience:
    """An audience."""
    return Audience(hearers)


async def write_entries(database: Database, jit: UUID, entries: list[list[dict[str, Any]]]) -> None:
    """Write entries, each with its audience."""
    async with as_superuser(database) as superuser, superuser.transaction():
        await superuser.execute(
            "set local session_replication_role = replica"
        )  # no foreign keys: the JIT is not needed
        for position, audience in enumerate(entries):
            entry = clock.new_id()
            await superuser.execute(
                "insert into entries (id, jit, commitment) values ($1, $2, $3)", entry, jit, entry.bytes * 2
            )
            kind, exhibit = next(
                ((row["kind"], row.get("exhibit")) for row in audience if "kind" in row), ("x.y", None)
            )
            await superuser.execute(
                "insert into headers (entry, jit, kind, subject, seat, at, evidence) values ($1, $2, $3, '{}', 'system', now(), $4)",
                *(entry, jit, kind, exhibit),
            )
            for row in audience:
                mentions = None if row["within"] is None else await register_released(superuser, jit, row["within"])
                said = (row["party"], row["level"], row["authorities"], row["seats"], mentions)
                await superuser.execute(
                    "insert into entry_audience (entry, jit, party, level, authorities, seats, mentions)"
                    " values ($1, $2, $3, $4, $5, $6, $7)",
                    *(entry, jit, *said),
                )
            await superuser.execute(
                "insert into positions (jit, position, entry) values ($1, $2, $3)", jit, position, entry
            )


async def register_released(
    superuser: asyncpg.Connection, jit: UUID, within: dict[UUID, dict[str, Any]], originator: str = "ES"
) -> UUID:
    """An exhibit with these releases, by party."""
    evidence, now = clock.new_id(), clock.now()
    await superuser.execute(
        "insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status, registered_by,"
        " registered_at) values ($1, $2, $3, $4, 'x', 'image', 'disk_image', '{}', 'AMBER', 'active', $3, now())",
        *(evidence, jit, named(originator), str(evidence)),
    )
    for party, one in within.items():
        state, *hours = one["window"]
        window = [None if each is None else now + timedelta(hours=each) for each in hours]
        await superuser.execute(
            "insert into releases (jit, party, evidence, originator, level, authorities, seats, not_before, until, granted_by,"
            " granted_at, effective, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4, now(), $10, $11)",
            *(jit, party, evidence, named(originator), one["level"], one["authorities"], one["seats"], *window),
            *(state == "effective", state),
        )
    return evidence
