"""The health of this installation for its operator: counts and times of each part, no name of a team.

Read as the engine role, because an operator has no place in a team.
Not here: tests of mail server and object store (`app/api/accounts/administration.py`), and metrics (`app/api/health.py`).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from app import clock
from app.database import Database
from app.jobs import queue
from app.ledger import alarms
from app.ledger.alarms import AlarmKind
from app.queries import query

#: Jobs and messages that wait longer than this need attention.
LATE: Final = timedelta(minutes=5)
#: Alarms of other parts than the signed log itself.
_ELSEWHERE: Final[frozenset[AlarmKind]] = frozenset({"fixity", "timestamp", "witness"})


class InstallationPart(StrEnum):
    """A part of the installation, in the order of the list."""

    DATABASE = "database"
    WORKER = "worker"
    STORE = "store"
    AUDIT_LOGS = "audit_logs"
    CO_SIGNERS = "co_signers"
    TIME_STAMPS = "time_stamps"
    SCANNER = "scanner"
    MAIL = "mail"
    BACKUP = "backup"


class PartState(StrEnum):
    """`OFF`: not set up. `UNKNOWN`: the program cannot tell."""

    WELL = "well"
    ATTENTION = "attention"
    OFF = "off"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartHealth:
    """The state of a part.

    Attributes:
        part: Which one.
        state: Whether it needs attention.
        waiting: Jobs or messages that wait, or co-signers that exist.
        failing: Jobs that failed, teams with an alarm, or co-signers that do not answer.
        last_at: The last time stamp, or since when the oldest message waits.
    """

    part: InstallationPart
    state: PartState
    waiting: int = 0
    failing: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SetUp:
    """Settings of the operator: mail, time stamps. `has_room`: the disk of the state folder has space left.

    `scans`: whether the malware scanner answers; `None` if there is none.
    """

    sends_mail: bool
    stamps: bool
    has_room: bool
    scans: bool | None


async def of(database: Database, set_up: SetUp) -> list[PartHealth]:
    """Return the health of each part. An unreachable database raises, as for every other request."""
    raised = await alarms.counts(database)
    async with database.engine() as session:
        (found,) = await session.fetch_rows(_FOUND)
    logs = max((teams for kind, teams in raised.items() if kind not in _ELSEWHERE), default=0)
    return [
        PartHealth(InstallationPart.DATABASE, PartState.WELL),
        await _worker(database),
        PartHealth(
            InstallationPart.STORE, _needs(raised["fixity"] > 0 or not set_up.has_room), failing=raised["fixity"]
        ),
        PartHealth(InstallationPart.AUDIT_LOGS, _needs(logs > 0), failing=logs),
        PartHealth(
            InstallationPart.CO_SIGNERS,
            _needs(found.silent > 0 or raised["witness"] > 0) if found.co_signers else PartState.OFF,
            waiting=found.co_signers,
            failing=found.silent,
        ),
        PartHealth(
            InstallationPart.TIME_STAMPS,
            _needs(raised["timestamp"] > 0) if set_up.stamps else PartState.OFF,
            failing=raised["timestamp"],
            last_at=found.stamped_at,
        ),
        PartHealth(
            InstallationPart.SCANNER,
            PartState.OFF if set_up.scans is None else _needs(not set_up.scans),
            waiting=0 if set_up.scans is None else found.unscanned,
        ),
        _mail(found, sends=set_up.sends_mail),
        PartHealth(InstallationPart.BACKUP, PartState.UNKNOWN),
    ]


def _needs(attention: bool) -> PartState:  # noqa: FBT001 - the only argument
    return PartState.ATTENTION if attention else PartState.WELL


async def _worker(database: Database) -> PartHealth:
    jobs = await queue.counts(database)
    failed = sum(one.failed for one in jobs)
    late = any(one.overdue_seconds > LATE.total_seconds() for one in jobs)
    waiting = sum(one.waiting for one in jobs)
    return PartHealth(InstallationPart.WORKER, _needs(failed > 0 or late), waiting=waiting, failing=failed)


def _mail(found: "_Found", *, sends: bool) -> PartHealth:
    late = found.oldest_mail is not None and found.oldest_mail < clock.now() - LATE
    state = _needs(late) if sends else PartState.OFF
    return PartHealth(InstallationPart.MAIL, state, waiting=found.mails, last_at=found.oldest_mail)


class _Found(NamedTuple):
    co_signers: int
    silent: int
    stamped_at: datetime | None
    mails: int
    oldest_mail: datetime | None
    unscanned: int


_FOUND: Final = query(
    _Found,
    """
    select (select count(*) from witnesses w where w.removed_at is null) as co_signers,
           (select count(*) from witness_states s join witnesses w on w.id = s.witness and w.removed_at is null
             where s.failing_since is not null) as silent,
           (select max(t.at) from timestamps t) as stamped_at,
           (select count(*) from mails m where m.state = 'queued') as mails,
           (select min(m.due_at) from mails m where m.state = 'queued') as oldest_mail,
           (select count(*) from files f where f.scan is null and f.state = 'ready'
             and exists (select 1 from jits j where j.id = f.jit and j.state <> 'closed')) as unscanned
    """,
)
