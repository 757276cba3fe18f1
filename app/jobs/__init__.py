"""Background jobs: one queue in the database, and one runner in each worker for all kinds.

A caller enqueues a job with kind, key and due time in its own transaction (`enqueue`). A kind may also run
periodically. The runner (`runner.py`) calls the handler of the kind, as the engine role.

Not here: what each kind does, and when (`app/worker.py`).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import DateTime, bindparam, text

from app import clock
from app.database import Writing

JobHandler = Callable[[str], Awaitable[int]]
"""Does the work for a key and returns how many items it processed. It is called again until it returns 0.

The key is empty for a periodic run. A handler can be interrupted at any point and is then called again.
"""


@dataclass(frozen=True, slots=True)
class JobKind:
    """A kind of job.

    Attributes:
        kind: Its name.
        handler: Does the work.
        every: Seconds between two periodic runs, if the first finds nothing to do.
        first: Seconds between the start of the worker and the first periodic run.
        channels: PostgreSQL channels; a notification starts a periodic run at once.
        next_due: Returns when there will be something to do, if that is known: then a periodic run starts.
        wakes: Kinds whose periodic run starts after this one processed something.
        is_long: Whether a run may take long, or waits for other hosts. It then delays no other kind.
    """

    kind: str
    handler: JobHandler
    every: float
    first: float = 0.0
    channels: frozenset[str] = frozenset()
    next_due: Callable[[], Awaitable[datetime | None]] | None = None
    wakes: frozenset[str] = frozenset()
    is_long: bool = False


async def enqueue(session: Writing, kind: str, key: str, due_at: datetime | None = None) -> None:
    """Enqueue a job in the caller's transaction; if it exists, change when it is due.

    Transactions that enqueue the same kind and key wait for each other, so the key names a row of the caller.

    Args:
        session: The transaction, of the application or the engine role.
        kind: A kind of job.
        key: The id of the object of the job; not empty.
        due_at: Not before this time; now by default.
    """
    await session.execute(_ENQUEUE, {"kind": kind, "key": key, "due_at": due_at or clock.now()})


_ENQUEUE: Final = text("select enqueue_job(:kind, :key, :due_at)").bindparams(
    bindparam("due_at", type_=DateTime(timezone=True))
)
