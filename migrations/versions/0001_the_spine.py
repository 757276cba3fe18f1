"""The tables of the spine: people, teams, exhibits, releases, openings, exports, the ledger.

Revision: 0001, the first
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), server_default="en", nullable=False),
        sa.Column("time_zone", sa.Text(), server_default="UTC", nullable=False),
        sa.Column("may_found", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_accounts_email_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("email", name=op.f("uq_accounts_email")),
    )
    op.create_table(
        "chains",
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("evidence", name=op.f("pk_chains")),
    )
    op.create_table(
        "jits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("agreement_signed_on", sa.Date(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ledger_origin", sa.Text(), nullable=False),
        sa.Column("founded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("state in ('operational', 'closed')", name=op.f("ck_jits_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jits")),
        sa.UniqueConstraint("ledger_origin", name=op.f("uq_jits_ledger_origin")),
    )
    op.create_table(
        "throttles",
        sa.Column("account_hash", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("blocked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_hash", "address", name=op.f("pk_throttles")),
    )
    op.create_table(
        "checkpoints",
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("edge", sa.LargeBinary(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("occasion in ('clock', 'export')", name=op.f("ck_checkpoints_occasion")),
        sa.ForeignKeyConstraint(["jit"], ["jits.id"], name=op.f("fk_checkpoints_jit")),
        sa.PrimaryKeyConstraint("jit", "id", name=op.f("pk_checkpoints")),
    )
    op.create_index(op.f("ix_checkpoints_jit_size"), "checkpoints", ["jit", "size"], unique=False)
    op.create_table(
        "entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("octet_length(commitment) = 32", name=op.f("ck_entries_commitment")),
        sa.ForeignKeyConstraint(["jit"], ["jits.id"], name=op.f("fk_entries_jit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
    )
    op.create_table(
        "parties",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "kind in ('member_state', 'third_country', 'eu_body', 'judicial_authority', 'organisation')",
            name=op.f("ck_parties_kind"),
        ),
        sa.CheckConstraint("status in ('active', 'suspended', 'left')", name=op.f("ck_parties_status")),
        sa.ForeignKeyConstraint(["jit"], ["jits.id"], name=op.f("fk_parties_jit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
        sa.UniqueConstraint("jit", "code", name=op.f("uq_parties_jit_code")),
        sa.UniqueConstraint("jit", "id", name=op.f("uq_parties_jit_id")),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=True),
        sa.Column("user_agent", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(kind = 'cookie') = (secret_hash is not null)", name=op.f("ck_sessions_secret")),
        sa.CheckConstraint("kind in ('cookie', 'token')", name=op.f("ck_sessions_kind")),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_sessions_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_sessions_secret_hash")),
    )
    op.create_index(op.f("ix_sessions_account_created_at"), "sessions", ["account", "created_at"], unique=False)
    op.create_table(
        "trees",
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("edge", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["jit"], ["jits.id"], name=op.f("fk_trees_jit")),
        sa.PrimaryKeyConstraint("jit", name=op.f("pk_trees")),
    )
    op.create_table(
        "authorities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("party", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"], name=op.f("fk_authorities_jit_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authorities")),
        sa.UniqueConstraint("jit", "party", "code", name=op.f("uq_authorities_jit_party_code")),
        sa.UniqueConstraint("jit", "party", "id", name=op.f("uq_authorities_jit_party_id")),
    )
    op.create_table(
        "bodies",
        sa.Column("entry", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("canonical", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_bodies_entry")),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_bodies")),
    )
    op.create_table(
        "entry_audience",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("entry", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("party", sa.Uuid(), nullable=True),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("authorities", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("seats", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_entry_audience_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_audience")),
    )
    op.create_index(op.f("ix_entry_audience_entry_party"), "entry_audience", ["entry", "party"], unique=False)
    op.create_table(
        "fields",
        sa.Column("entry", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.CheckConstraint("readers in ('audience', 'readable', 'actor')", name=op.f("ck_fields_readers")),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_fields_entry")),
        sa.PrimaryKeyConstraint("entry", "name", name=op.f("pk_fields")),
    )
    op.create_table(
        "headers",
        sa.Column("entry", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("party", sa.Uuid(), nullable=True),
        sa.Column("party_code", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_headers_entry")),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_headers")),
    )
    op.create_index(op.f("ix_headers_evidence_entry"), "headers", ["evidence", "entry"], unique=False)
    op.create_index(op.f("ix_headers_jit_entry"), "headers", ["jit", "entry"], unique=False)
    op.create_table(
        "pending",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("entry", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_pending_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending")),
    )
    op.create_table(
        "positions",
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("entry", sa.Uuid(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_positions_position")),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name=op.f("fk_positions_entry")),
        sa.ForeignKeyConstraint(["jit"], ["jits.id"], name=op.f("fk_positions_jit")),
        sa.PrimaryKeyConstraint("jit", "position", name=op.f("pk_positions")),
        sa.UniqueConstraint("entry", name=op.f("uq_positions_entry")),
    )
    op.create_table(
        "members",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("party", sa.Uuid(), nullable=True),
        sa.Column("authority", sa.Uuid(), nullable=True),
        sa.Column("account", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("roles", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("one_time_code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("one_time_code_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("function in ('judicial', 'police', 'technical')", name=op.f("ck_members_function")),
        sa.CheckConstraint("party is not null or roles = '{auditor}'", name=op.f("ck_members_party")),
        sa.CheckConstraint("state in ('proposed', 'seated', 'ended')", name=op.f("ck_members_state")),
        sa.CheckConstraint("cardinality(roles) > 0", name=op.f("ck_members_roles")),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_members_account")),
        sa.ForeignKeyConstraint(
            ["jit", "party", "authority"],
            ["authorities.jit", "authorities.party", "authorities.id"],
            name=op.f("fk_members_jit_party_authority"),
        ),
        sa.ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"], name=op.f("fk_members_jit_party")),
        sa.ForeignKeyConstraint(["jit"], ["jits.id"], name=op.f("fk_members_jit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("jit", "code", name=op.f("uq_members_jit_code")),
        sa.UniqueConstraint("jit", "id", name=op.f("uq_members_jit_id")),
        sa.UniqueConstraint("one_time_code_hash", name=op.f("uq_members_one_time_code_hash")),
    )
    op.create_index(op.f("ix_members_account"), "members", ["account"], unique=False)
    op.create_index(
        "ix_members_one_seat", "members", ["jit", "email"], unique=True, postgresql_where=sa.text("state <> 'ended'")
    )
    op.create_table(
        "confirmations",
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("member", sa.Uuid(), nullable=False),
        sa.Column("party", sa.Uuid(), nullable=False),
        sa.Column("confirmed_by", sa.Uuid(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["jit", "member"], ["members.jit", "members.id"], name=op.f("fk_confirmations_jit_member")
        ),
        sa.ForeignKeyConstraint(
            ["jit", "party"], ["parties.jit", "parties.id"], name=op.f("fk_confirmations_jit_party")
        ),
        sa.PrimaryKeyConstraint("member", "party", name=op.f("pk_confirmations")),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("originator", sa.Uuid(), nullable=False),
        sa.Column("exhibit_number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("handling", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("tlp", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Uuid(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("files_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("files_bytes", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("status in ('active', 'withdrawn')", name=op.f("ck_evidence_status")),
        sa.ForeignKeyConstraint(
            ["jit", "originator"], ["parties.jit", "parties.id"], name=op.f("fk_evidence_jit_originator")
        ),
        sa.ForeignKeyConstraint(
            ["jit", "registered_by"], ["members.jit", "members.id"], name=op.f("fk_evidence_jit_registered_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("jit", "exhibit_number", name=op.f("uq_evidence_jit_exhibit_number")),
        sa.UniqueConstraint("jit", "id", name=op.f("uq_evidence_jit_id")),
    )
    op.create_table(
        "exports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=True),
        sa.Column("account", sa.Uuid(), nullable=False),
        sa.Column("entry", sa.Uuid(), nullable=True),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ready_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("size_bytes", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("entries", sa.Integer(), nullable=True),
        sa.Column("withheld", sa.Integer(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("(profile = 'court') = (evidence is not null)", name=op.f("ck_exports_scope")),
        sa.CheckConstraint("profile in ('court', 'archive')", name=op.f("ck_exports_profile")),
        sa.CheckConstraint("state in ('queued', 'running', 'ready', 'failed')", name=op.f("ck_exports_state")),
        sa.ForeignKeyConstraint(
            ["jit", "evidence"], ["evidence.jit", "evidence.id"], name=op.f("fk_exports_jit_evidence")
        ),
        sa.ForeignKeyConstraint(
            ["jit", "requested_by"], ["members.jit", "members.id"], name=op.f("fk_exports_jit_requested_by")
        ),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_exports_account_accounts")),
        sa.ForeignKeyConstraint(["jit"], ["jits.id"], name=op.f("fk_exports_jit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exports")),
    )
    op.create_index(
        "ix_exports_queue", "exports", ["id"], unique=False, postgresql_where=sa.text("state in ('queued', 'running')")
    )
    op.create_table(
        "files",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("received_bytes", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("declared_sha256", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("renditions", sa.Text(), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("renditions in ('waiting', 'pending', 'made', 'none')", name=op.f("ck_files_renditions")),
        sa.CheckConstraint("state in ('uploading', 'ready', 'hash_differs', 'discarded')", name=op.f("ck_files_state")),
        sa.CheckConstraint("size_bytes > 0 and received_bytes between 0 and size_bytes", name=op.f("ck_files_sizes")),
        sa.ForeignKeyConstraint(
            ["jit", "evidence"], ["evidence.jit", "evidence.id"], name=op.f("fk_files_jit_evidence")
        ),
        sa.ForeignKeyConstraint(
            ["jit", "uploaded_by"], ["members.jit", "members.id"], name=op.f("fk_files_jit_uploaded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
        sa.UniqueConstraint("jit", "evidence", "id", name=op.f("uq_files_jit_evidence_id")),
    )
    op.create_index(op.f("ix_files_evidence"), "files", ["evidence"], unique=False)
    op.create_index(
        "ix_files_pending_renditions", "files", ["id"], unique=False, postgresql_where=sa.text("renditions = 'pending'")
    )
    op.create_table(
        "openings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("seat", sa.Uuid(), nullable=False),
        sa.Column("session", sa.Uuid(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("act in ('open', 'take')", name=op.f("ck_openings_act")),
        sa.ForeignKeyConstraint(
            ["jit", "evidence"], ["evidence.jit", "evidence.id"], name=op.f("fk_openings_jit_evidence")
        ),
        sa.ForeignKeyConstraint(["jit", "seat"], ["members.jit", "members.id"], name=op.f("fk_openings_jit_seat")),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_openings_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_openings")),
    )
    op.create_table(
        "provenances",
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("acquired_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acquired_zone", sa.Text(), nullable=True),
        sa.Column("acquired_by", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("handling_text", sa.Text(), nullable=True),
        sa.Column("declared_hashes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["jit", "evidence"], ["evidence.jit", "evidence.id"], name=op.f("fk_provenances_jit_evidence")
        ),
        sa.PrimaryKeyConstraint("evidence", name=op.f("pk_provenances")),
    )
    op.create_table(
        "releases",
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("party", sa.Uuid(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("originator", sa.Uuid(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("authorities", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("seats", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("own_seats", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("purposes", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("granted_by", sa.Uuid(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("effective", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("state in ('pending', 'effective', 'lapsed')", name=op.f("ck_releases_state")),
        sa.CheckConstraint("level between 1 and 3", name=op.f("ck_releases_level")),
        sa.CheckConstraint("until > not_before", name=op.f("ck_releases_window")),
        sa.ForeignKeyConstraint(
            ["jit", "evidence"],
            ["evidence.jit", "evidence.id"],
            name=op.f("fk_releases_jit_evidence"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["jit", "granted_by"], ["members.jit", "members.id"], name=op.f("fk_releases_jit_granted_by")
        ),
        sa.ForeignKeyConstraint(
            ["jit", "originator"], ["parties.jit", "parties.id"], name=op.f("fk_releases_jit_originator")
        ),
        sa.ForeignKeyConstraint(["jit", "party"], ["parties.jit", "parties.id"], name=op.f("fk_releases_jit_party")),
        sa.PrimaryKeyConstraint("jit", "party", "evidence", name=op.f("pk_releases")),
    )
    op.create_index(
        "ix_releases_clock",
        "releases",
        ["until", "not_before"],
        unique=False,
        postgresql_where=sa.text("state <> 'lapsed' and (until is not null or state = 'pending')"),
    )
    op.create_index(op.f("ix_releases_evidence"), "releases", ["evidence"], unique=False)
    op.create_index(
        "ix_releases_pool",
        "releases",
        ["jit", "party", sa.literal_column("evidence desc")],
        unique=False,
        postgresql_where=sa.text("effective"),
    )
    op.create_table(
        "renditions",
        sa.Column("file", sa.Uuid(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["jit", "evidence", "file"],
            ["files.jit", "files.evidence", "files.id"],
            name=op.f("fk_renditions_jit_evidence_file"),
        ),
        sa.PrimaryKeyConstraint("file", "page", name=op.f("pk_renditions")),
    )
    op.create_table(
        "segments",
        sa.Column("file", sa.Uuid(), nullable=False),
        sa.Column("at_offset", sa.BigInteger(), nullable=False),
        sa.Column("jit", sa.Uuid(), nullable=False),
        sa.Column("evidence", sa.Uuid(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.CheckConstraint("size_bytes > 0 and at_offset >= 0", name=op.f("ck_segments_sizes")),
        sa.ForeignKeyConstraint(
            ["jit", "evidence", "file"],
            ["files.jit", "files.evidence", "files.id"],
            name=op.f("fk_segments_jit_evidence_file"),
        ),
        sa.PrimaryKeyConstraint("file", "at_offset", name=op.f("pk_segments")),
    )


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.drop_table("segments")
    op.drop_table("renditions")
    op.drop_index("ix_releases_pool", table_name="releases", postgresql_where=sa.text("effective"))
    op.drop_index(op.f("ix_releases_evidence"), table_name="releases")
    op.drop_index(
        "ix_releases_clock",
        table_name="releases",
        postgresql_where=sa.text("state <> 'lapsed' and (until is not null or state = 'pending')"),
    )
    op.drop_table("releases")
    op.drop_table("provenances")
    op.drop_table("openings")
    op.drop_index("ix_files_pending_renditions", table_name="files", postgresql_where=sa.text("renditions = 'pending'"))
    op.drop_index(op.f("ix_files_evidence"), table_name="files")
    op.drop_table("files")
    op.drop_index("ix_exports_queue", table_name="exports", postgresql_where=sa.text("state in ('queued', 'running')"))
    op.drop_table("exports")
    op.drop_table("evidence")
    op.drop_table("confirmations")
    op.drop_index("ix_members_one_seat", table_name="members", postgresql_where=sa.text("state <> 'ended'"))
    op.drop_index(op.f("ix_members_account"), table_name="members")
    op.drop_table("members")
    op.drop_table("positions")
    op.drop_table("pending")
    op.drop_index(op.f("ix_headers_jit_entry"), table_name="headers")
    op.drop_index(op.f("ix_headers_evidence_entry"), table_name="headers")
    op.drop_table("headers")
    op.drop_table("fields")
    op.drop_index(op.f("ix_entry_audience_entry_party"), table_name="entry_audience")
    op.drop_table("entry_audience")
    op.drop_table("bodies")
    op.drop_table("authorities")
    op.drop_table("trees")
    op.drop_index(op.f("ix_sessions_account_created_at"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_table("parties")
    op.drop_table("entries")
    op.drop_index(op.f("ix_checkpoints_jit_size"), table_name="checkpoints")
    op.drop_table("checkpoints")
    op.drop_table("throttles")
    op.drop_table("jits")
    op.drop_table("chains")
    op.drop_table("accounts")
