"""Parents of a derived exhibit: written with it, insert-only.

Triggers maintain the consequences (`bounds`, `followed`).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, func, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Derivation(Table):
    """One parent of an exhibit, and how the exhibit was derived from it."""

    __tablename__ = "derivations"

    jit: Mapped[UUID]
    child: Mapped[UUID] = mapped_column(primary_key=True)
    parent: Mapped[UUID] = mapped_column(primary_key=True)
    how: Mapped[str]
    derived_by: Mapped[UUID]
    derived_at: Mapped[Moment]

    __table_args__ = (
        CheckConstraint(
            "how in ('copy', 'extract', 'translation', 'transcript', 'redaction', 'analysis', 'combination')",
            name="how",
        ),
        CheckConstraint("child <> parent", name="another"),
        ForeignKeyConstraint(["jit", "child"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "parent"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "derived_by"], ["members.jit", "members.id"]),
        Index(None, "parent"),
    )


class Bound(Table):
    """An exhibit that may be released no further than another one, which another party obtained. Kept by triggers."""

    __tablename__ = "bounds"

    jit: Mapped[UUID]
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    bound_by: Mapped[UUID] = mapped_column(primary_key=True)

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "bound_by"], ["evidence.jit", "evidence.id"]),
        Index(None, "bound_by"),
    )


class Followed(Table):
    """Effect of a parent's change on a release or waiting release, until the worker records it. Level 0: it ended."""

    __tablename__ = "followed"

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("gen_random_uuid()"))
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    party: Mapped[UUID]
    waited: Mapped[bool]
    former: Mapped[int] = mapped_column(SmallInteger)
    level: Mapped[int] = mapped_column(SmallInteger)
    at: Mapped[datetime] = mapped_column(server_default=func.statement_timestamp())

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        Index(None, "at"),
    )


class ReleaseAttempt(Table):
    """A refused attempt to release a derived exhibit, limited by another party's release. Written by the database."""

    __tablename__ = "release_attempts"

    id: Mapped[Id]
    jit: Mapped[UUID]
    seat: Mapped[UUID]
    attempted_at: Mapped[Moment]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"]),
        Index(None, "seat", "attempted_at"),
    )
