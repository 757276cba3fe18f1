"""Background jobs: what is due and when, which worker runs it, and what failed.

Not here: the runner (`app/jobs/`), and what each kind of job does (`app/worker.py`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Job(Table):
    """One job. It belongs to no team: the key may name a row of any of them.

    Attributes:
        kind: The kind of work.
        key: The id of its object; empty for the periodic run of this kind.
        due_at: Not before.
        state: `failed` after several failures in a row.
        attempts: Failures in a row.
        problem: Class of the last error; the log has the rest.
        claim: Identifies the run of the worker that runs it now.
        claimed_until: When another worker may take it over.
        version: Grows with each `enqueue`, so that a job enqueued during its run is run again.
    """

    __tablename__ = "jobs"

    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[Moment]
    state: Mapped[str] = mapped_column(server_default="waiting")
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    problem: Mapped[str | None]
    claim: Mapped[UUID | None]
    claimed_until: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        CheckConstraint("state in ('waiting', 'failed')", name="state"),
        CheckConstraint("length(kind) between 1 and 50", name="kind"),
        CheckConstraint("length(key) <= 200", name="key"),
        CheckConstraint("(claim is null) = (claimed_until is null)", name="claim"),
        Index(None, "kind", "due_at"),
    )
