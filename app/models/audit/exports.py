"""Export packages: requested, in progress, ready."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table


class Export(Table):
    """One package: of one exhibit, of several, of a party, or (none of these) of the team.

    `since`, `until`: it discloses only entries and requests from `since` on and before `until`.
    `entry`: the export's own ledger entry, once appended. `written` of `total` entries are in the file so far.
    `limits_of_use`: limits of the exhibits that the member confirmed to have read. `downloads`: the downloads of
    originals that were recorded for it. `files`: how many originals it holds. `left_out`: exhibits of which it has no
    original. Both are null until it is ready, and for a package without originals.
    """

    __tablename__ = "exports"

    id: Mapped[Id]
    jit: Mapped[UUID] = mapped_column(ForeignKey("jits.id"))
    requested_by: Mapped[UUID]
    evidence: Mapped[UUID | None]
    account: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    entry: Mapped[UUID | None]
    profile: Mapped[str]
    state: Mapped[str]
    requested_at: Mapped[Moment]
    ready_at: Mapped[datetime | None]
    size_bytes: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None]
    entries: Mapped[int | None]
    withheld: Mapped[int | None]
    problem: Mapped[str | None]
    problem_code: Mapped[str | None]
    language: Mapped[str] = mapped_column(server_default="en")
    zone: Mapped[str] = mapped_column(server_default="UTC")
    party: Mapped[UUID | None]
    exhibits: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    since: Mapped[datetime | None]
    until: Mapped[datetime | None]
    proceeding: Mapped[str | None]
    reason: Mapped[str | None]
    written: Mapped[int] = mapped_column(server_default=text("0"))
    total: Mapped[int | None]
    expires_at: Mapped[datetime | None]
    limits_of_use: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default="[]")
    downloads: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default="{}")
    files: Mapped[int | None]
    left_out: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "requested_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        CheckConstraint(
            "profile in ('court', 'supervisory_authority', 'member_state', 'defence', 'statistics', 'archive')",
            name="profile",
        ),
        CheckConstraint("state in ('queued', 'running', 'ready', 'failed', 'cancelled', 'expired')", name="state"),
        CheckConstraint(
            "(evidence is null or profile = 'court' and exhibits is null)"
            " and (profile in ('court', 'defence')) = (evidence is not null or exhibits is not null)"
            " and (party is null or profile not in ('court', 'defence'))"
            " and (party is not null or profile <> 'member_state')"
            " and (exhibits is null or cardinality(exhibits) between 1 and 50)",
            name="scope",
        ),
        CheckConstraint(
            "(since is null and until is null or profile not in ('court', 'defence')) and (since < until) is not false",
            name="period",
        ),
        CheckConstraint("downloads = '{}' or profile in ('court', 'defence')", name="downloads"),
        CheckConstraint("language in ('en', 'fr')", name="language"),
        CheckConstraint("length(zone) between 1 and 64", name="zone"),
        CheckConstraint("length(proceeding) between 1 and 200", name="proceeding"),
        CheckConstraint("length(reason) between 1 and 2000", name="reason"),
        Index("ix_exports_expires_at", "expires_at", postgresql_where=text("state = 'ready'")),
        Index("ix_exports_queue", "id", postgresql_where=text("state in ('queued', 'running')")),
    )
