"""Releases: one row per exhibit and party. No row: the exhibit does not exist for that party.

The originator has a row of its own. `own_seats` (narrowing of that row) and `originator` are copies, so that the policy
of this table needs only settings and this row; otherwise it would recurse. Triggers also copy the sort keys of the
list, and `joint`, the parties that obtained the exhibit together with its originator.
`by_hand` is used in the originator's row only. Null: the releases were stated at registration. Otherwise default
sharing rules made them, and it lists the parties for which a leader has decided since.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    FetchedValue,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Moment, Table


class Release(Table):
    """A release. `level`: 1 listed, 2 readable, 3 held. `court_use`: the originator consents to use in court.

    `effective` serves the list's index only; the policy decides exactly.
    """

    __tablename__ = "releases"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    originator: Mapped[UUID]
    level: Mapped[int] = mapped_column(SmallInteger)
    authorities: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    own_seats: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    not_before: Mapped[datetime | None]
    until: Mapped[datetime | None]
    purposes: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    basis: Mapped[str | None]
    by_hand: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    court_use: Mapped[bool] = mapped_column(server_default=text("false"))
    granted_by: Mapped[UUID]
    granted_at: Mapped[Moment]
    effective: Mapped[bool]
    state: Mapped[str]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    title_key: Mapped[str | None] = mapped_column(Text(collation="C"), FetchedValue())
    search_key: Mapped[str | None] = mapped_column(Text(collation="C"), FetchedValue())
    exhibit_number: Mapped[str | None] = mapped_column(Text(collation="C"), FetchedValue())
    files_bytes: Mapped[int | None] = mapped_column(BigInteger, FetchedValue())
    joint: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid), FetchedValue())

    __table_args__ = (
        ForeignKeyConstraint(
            ["jit", "evidence"], ["evidence.jit", "evidence.id"], deferrable=True, initially="DEFERRED"
        ),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "granted_by"], ["members.jit", "members.id"]),
        CheckConstraint("level between 1 and 3", name="level"),
        CheckConstraint("state in ('pending', 'effective', 'lapsed')", name="state"),
        CheckConstraint("until > not_before", name="window"),
        Index(None, "evidence"),
        Index("ix_releases_pool", "jit", "party", text("evidence desc"), postgresql_where=text("effective")),
        Index("ix_releases_pool_title", "jit", "party", "title_key", "evidence", postgresql_where=text("effective")),
        Index(
            "ix_releases_pool_number", "jit", "party", "exhibit_number", "evidence", postgresql_where=text("effective")
        ),
        Index("ix_releases_pool_size", "jit", "party", "files_bytes", "evidence", postgresql_where=text("effective")),
        Index(
            "ix_releases_clock",
            "until",
            "not_before",
            postgresql_where=text("state <> 'lapsed' and (until is not null or state = 'pending')"),
        ),
    )
