"""Exhibits and their files.

Data visible at the level `listed` is in `evidence`; data that requires `readable` is in separate tables, because
row-level security filters rows, not columns.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Computed,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.models.tables import Id, Moment, Table, Words


class Evidence(Table):
    """An exhibit, with the data visible at `listed`. Its id is a UUIDv7: descending ids give newest first.

    `verification`: state of the approval of third-country uploads; null: not required. `privilege`: state of the
    privilege review; null: not flagged. `bound`: derived from an exhibit that another party obtained. `joint`: parties
    that obtained it together with its originator; null: the originator alone. `controller`: an authority of the
    originator; null: the party itself. `review_on`: date of the retention review; null: kept for transfer. `title_key`:
    title for sorting, without case and accents. `search_key`: title and number for searching.
    """

    __tablename__ = "evidence"

    id: Mapped[Id]
    jit: Mapped[UUID]
    originator: Mapped[UUID]
    exhibit_number: Mapped[str]
    title: Mapped[str]
    kind: Mapped[str]
    category: Mapped[str]
    handling: Mapped[Words]
    tlp: Mapped[str]
    status: Mapped[str]
    verification: Mapped[str | None]
    privilege: Mapped[str | None]
    bound: Mapped[bool] = mapped_column(server_default=text("false"))
    joint: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    retention: Mapped[str] = mapped_column(server_default=text("'POOL'"))
    controller: Mapped[UUID | None]
    review_on: Mapped[date | None] = mapped_column(
        server_default=text("((statement_timestamp() at time zone 'utc') + interval '36 months')::date")
    )
    registered_by: Mapped[UUID]
    registered_at: Mapped[Moment]
    files_count: Mapped[int] = mapped_column(server_default=text("0"))
    files_bytes: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    title_key: Mapped[str | None] = mapped_column(Text(collation="C"), Computed("list_key(title)"))
    search_key: Mapped[str | None] = mapped_column(
        Text(collation="C"), Computed("folded(title) || ' ' || lower(exhibit_number)")
    )

    __table_args__ = (
        Index("ix_evidence_title", "jit", "title_key", "id"),
        Index("ix_evidence_size", "jit", "files_bytes", "id"),
        Index(
            "ix_evidence_search",
            "jit",
            "search_key",
            "category",
            "kind",
            "status",
            "tlp",
            "handling",
            "originator",
            postgresql_using="gin",
            postgresql_ops={"search_key": "gin_trgm_ops"},
        ),
        UniqueConstraint("jit", "exhibit_number"),
        UniqueConstraint("jit", "id"),
        ForeignKeyConstraint(["jit", "originator"], ["parties.jit", "parties.id"]),
        ForeignKeyConstraint(["jit", "registered_by"], ["members.jit", "members.id"]),
        ForeignKeyConstraint(
            ["jit", "originator", "controller"], ["authorities.jit", "authorities.party", "authorities.id"]
        ),
        CheckConstraint("status in ('active', 'withdrawn', 'erased')", name="status"),
        CheckConstraint("retention in ('TRANSFER', 'POOL')", name="retention"),
        CheckConstraint("(retention = 'POOL') = (review_on is not null)", name="review"),
        Index("ix_evidence_review", "jit", "originator", "review_on", postgresql_where=text("status <> 'erased'")),
        Index("ix_evidence_transfer", "id", postgresql_where=text("retention = 'TRANSFER' and status <> 'erased'")),
        CheckConstraint(
            "joint is null or (cardinality(joint) > 0 and not originator = any (joint) and verification is null and not bound)",
            name="joint",
        ),
        CheckConstraint("verification in ('waiting', 'passed', 'refused')", name="verification"),
        CheckConstraint("privilege in ('unchecked', 'cleared', 'privileged')", name="privilege"),
        Index("ix_evidence_privilege", "jit", "id", postgresql_where=text("privilege = 'unchecked'")),
        Index("ix_evidence_verification", "jit", "id", postgresql_where=text("verification = 'waiting'")),
    )


class Provenance(Table):
    """How an exhibit was obtained and how its provider evaluates it: visible from `readable` on.

    `evaluation_scheme`, `evaluation_value`: the original evaluation, if it was made in another scheme.
    `content_language`: main language of its content (ISO 639); null: not recorded, or it has none.
    """

    __tablename__ = "provenances"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    description: Mapped[str | None]
    acquired_at: Mapped[Moment]
    acquired_zone: Mapped[str | None]
    acquired_by: Mapped[str]
    place: Mapped[str]
    legal_basis: Mapped[str]
    handling_text: Mapped[str | None]
    content_language: Mapped[str | None]
    weight_grams: Mapped[int | None] = mapped_column(BigInteger)
    evaluation_source: Mapped[str] = mapped_column(server_default=text("'X'"))
    evaluation_information: Mapped[str] = mapped_column(server_default=text("'4'"))
    evaluation_scheme: Mapped[str | None]
    evaluation_value: Mapped[str | None]
    declared_hashes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        CheckConstraint("evaluation_source in ('A', 'B', 'C', 'X')", name="evaluation_source"),
        CheckConstraint("evaluation_information in ('1', '2', '3', '4')", name="evaluation_information"),
        CheckConstraint("(evaluation_scheme is null) = (evaluation_value is null)", name="evaluation_original"),
        CheckConstraint("content_language ~ '^[a-z]{2,3}$'", name="content_language"),
        CheckConstraint("weight_grams > 0", name="weight_grams"),
        Index("ix_provenances_acquired", "jit", "acquired_at"),
    )


class File(Table):
    """A file of an exhibit, as declared and as received.

    `name`: given by the sender; never used in a path. `shown_in_part`: the file goes on after the pages of its rendition.
    `scan`: result of the malware scanner (`ScanResult` in `vault/scanning.py`); null: not scanned. `finding`: the
    scanner's name of what it found. `scanner`: its version with that of its signatures.
    """

    __tablename__ = "files"

    id: Mapped[Id]
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    name: Mapped[str]
    media_type: Mapped[str | None]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    received_bytes: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    declared_sha256: Mapped[str | None]
    sha256: Mapped[str | None]
    state: Mapped[str]
    renditions: Mapped[str]
    shown_in_part: Mapped[bool] = mapped_column(server_default=text("false"))
    scan: Mapped[str | None]
    finding: Mapped[str | None]
    scanner: Mapped[str | None]
    scanned_at: Mapped[datetime | None]
    uploaded_by: Mapped[UUID]
    created_at: Mapped[Moment]
    received_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))

    __table_args__ = (
        UniqueConstraint("jit", "evidence", "id"),
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        ForeignKeyConstraint(["jit", "uploaded_by"], ["members.jit", "members.id"]),
        CheckConstraint("state in ('uploading', 'ready', 'hash_differs', 'discarded', 'erased')", name="state"),
        CheckConstraint("renditions in ('waiting', 'pending', 'made', 'none')", name="renditions"),
        CheckConstraint("scan in ('clean', 'found', 'too_large')", name="scan"),
        CheckConstraint("(finding is not null) = (scan is not distinct from 'found')", name="finding"),
        CheckConstraint("(scanned_at is null) = (scan is null) and (scanner is null) = (scan is null)", name="scanned"),
        CheckConstraint("size_bytes > 0 and received_bytes between 0 and size_bytes", name="sizes"),
        CheckConstraint("(state = 'uploading') = (expires_at is not null)", name="expiry"),
        Index(None, "evidence"),
        Index(None, "expires_at", postgresql_where=text("expires_at is not null")),
        Index("ix_files_pending_renditions", "id", postgresql_where=text("renditions = 'pending'")),
        Index("ix_files_unscanned", "id", postgresql_where=text("scan is null and state = 'ready'")),
        Index("ix_files_sha256", "jit", "sha256", postgresql_where=text("sha256 is not null")),
    )


class SearchText(Table):
    """Text by which readers find an exhibit: one row for the exhibit and one for each complete file.

    Kept by triggers and read by `search_pool` only. `part`: id of the exhibit or of the file. `body`: without case and
    accents, title and number first, then the description, or the name and hash of the file.
    """

    __tablename__ = "search_texts"

    evidence: Mapped[UUID] = mapped_column(primary_key=True)
    part: Mapped[UUID] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    body: Mapped[str] = mapped_column(Text(collation="C"))

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence"], ["evidence.jit", "evidence.id"]),
        Index("ix_search_texts_body", "jit", "body", postgresql_using="gin", postgresql_ops={"body": "gin_trgm_ops"}),
    )


class Segment(Table):
    """One stored PATCH: a separate encrypted message in a separate stored object."""

    __tablename__ = "segments"

    file: Mapped[UUID] = mapped_column(primary_key=True)
    at_offset: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    object: Mapped[str]

    __table_args__ = (
        ForeignKeyConstraint(["jit", "evidence", "file"], ["files.jit", "files.evidence", "files.id"]),
        CheckConstraint("size_bytes > 0 and at_offset >= 0", name="sizes"),
    )


class Storage(Table):
    """Bytes that a party stores in a JIT, counted by announced sizes. Kept by a trigger on `files`."""

    __tablename__ = "storage"

    jit: Mapped[UUID] = mapped_column(primary_key=True)
    party: Mapped[UUID] = mapped_column(primary_key=True)
    bytes: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (
        ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"]),
        CheckConstraint("bytes >= 0", name="bytes"),
    )


class Rendition(Table):
    """A page rendered from a file, for viewing in the browser."""

    __tablename__ = "renditions"

    file: Mapped[UUID] = mapped_column(primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True)
    jit: Mapped[UUID]
    evidence: Mapped[UUID]
    media_type: Mapped[str]
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    object: Mapped[str]

    __table_args__ = (ForeignKeyConstraint(["jit", "evidence", "file"], ["files.jit", "files.evidence", "files.id"]),)
