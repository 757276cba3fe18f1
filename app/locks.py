"""Advisory locks: order transactions that no row lock could order. Each is held until its transaction ends.

A row lock needs the row and the permission to change it. These locks need neither.
A function under `app/schema` takes the lock of an action day too, by the same name and key; a test compares them.
Not here: locks of the session that migrations take (`migrations/env.py`), and locks of files (`vault/locks.py`).
"""

from enum import IntEnum, StrEnum
from typing import Final

from app.database import Reading
from app.queries import scalar, untyped


class Lock(StrEnum):
    """A kind of lock; each object has its own. The value begins the text whose hash is the lock's number."""

    #: Proposals of members of a team: numbers of members, and the check for a leader.
    PROPOSALS = "liaison-proposals"
    #: Parties that leave a team.
    LEAVING = "liaison-leavings"
    #: Members of a party, so that two leaders cannot end each other's membership at once.
    MEMBERS = "liaison-seats"
    #: Export requests of one member, so that each counts the others.
    EXPORT_REQUESTS = "liaison-bundles"
    #: The first custody event of an exhibit, which has no row yet.
    FIRST_CUSTODY_EVENT = "liaison-physical-custody"
    #: E-mail to one account, so that notice and digest are not sent at once.
    MAIL = "liaison-mail"
    #: Signing keys, demands and signatures of a party.
    SIGNING = "liaison-signing"
    #: An action day; `forget_of_day` takes it too.
    OPERATION = "liaison-operation"
    #: Dependencies between the tasks of a team.
    TASK_DEPENDENCIES = "liaison-waits"
    #: A task with its comments.
    TASK = "liaison-task"
    #: Refused acts of one member, which are counted.
    REFUSED_ACTS = "liaison-attempts"
    #: Requests of one member under one idempotency key.
    IDEMPOTENCY = "liaison-sending"


class ProcessLock(IntEnum):
    """Work that one process at a time does for the whole database. The numbers are arbitrary, but fixed."""

    SEQUENCER = 0x11A150_5E9
    EXPORTS = 0x11A150_E79
    TIME_STAMPS = 0x11A150_731


#: Class of the locks under which a process publishes the checkpoints of one ledger.
_CHECKPOINTS: Final = 0x11A150C


async def lock(session: Reading, kind: Lock, key: object) -> None:
    """Wait for the lock of this kind and key, and hold it until the transaction ends."""
    await session.run(_WAIT, name=f"{kind} {key}")


async def try_lock(session: Reading, kind: Lock, key: object) -> bool:
    """Take the lock and return True, or return False at once if another transaction holds it."""
    return await session.fetch_one(_TRY, name=f"{kind} {key}")


async def lock_process(session: Reading, work: ProcessLock) -> None:
    """Wait until no other transaction does this work, and hold its lock until the transaction ends."""
    await session.run(_WAIT_FOR_NUMBER, number=work)


async def try_lock_process(session: Reading, work: ProcessLock) -> bool:
    """Take the lock of this work and return True, or return False at once if another transaction holds it."""
    return await session.fetch_one(_TRY_NUMBER, number=work)


async def lock_checkpoints(session: Reading, ledger: object) -> None:
    """Wait for the lock under which this ledger's checkpoints are published."""
    await session.run(_WAIT_FOR_LEDGER, class_=_CHECKPOINTS, ledger=str(ledger))


async def try_lock_checkpoints(session: Reading, ledger: object) -> bool:
    """Take the lock of this ledger's checkpoints and return True, or return False if another process publishes."""
    return await session.fetch_one(_TRY_LEDGER, class_=_CHECKPOINTS, ledger=str(ledger))


_WAIT: Final = untyped("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
_TRY: Final = scalar(bool, "select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
_WAIT_FOR_NUMBER: Final = untyped("select pg_advisory_xact_lock(:number)")
_TRY_NUMBER: Final = scalar(bool, "select pg_try_advisory_xact_lock(:number)")
_WAIT_FOR_LEDGER: Final = untyped("select pg_advisory_xact_lock(:class_, hashtext(:ledger))")
_TRY_LEDGER: Final = scalar(bool, "select pg_try_advisory_xact_lock(:class_, hashtext(:ledger))")
