"""Versions of values of the reference data, and the values on which requests relied.

Revision: 0162, after 0161
"""

from alembic import op

revision = "0162"
down_revision = "0161"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE reference_versions (
        id UUID NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        field TEXT NOT NULL,
        version BIGINT NOT NULL,
        record_version BIGINT NOT NULL,
        value JSONB,
        source TEXT,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_reference_versions PRIMARY KEY (id),
        CONSTRAINT uq_reference_versions_kind_key_field_version UNIQUE (kind, key, field, version),
        CONSTRAINT fk_reference_versions_kind_key FOREIGN KEY(kind, key) REFERENCES reference_records (kind, key),
        CONSTRAINT ck_reference_versions_version CHECK (version > 0),
        CONSTRAINT ck_reference_versions_changed_at_within CHECK (changed_at >= '1900-01-01 00:00:00+00:00' and changed_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    """CREATE TABLE reference_uses (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        request UUID NOT NULL,
        purpose TEXT NOT NULL,
        deadline UUID,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        field TEXT NOT NULL,
        version BIGINT NOT NULL,
        value JSONB,
        used_at TIMESTAMP WITH TIME ZONE NOT NULL,
        settled_version BIGINT NOT NULL,
        told_version BIGINT NOT NULL,
        decision TEXT,
        settled_by UUID,
        settled_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_reference_uses PRIMARY KEY (id),
        CONSTRAINT uq_reference_uses_use UNIQUE NULLS NOT DISTINCT (request, purpose, deadline, kind, key, field),
        CONSTRAINT fk_reference_uses_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_reference_uses_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_reference_uses_jit_deadline FOREIGN KEY(jit, deadline)
            REFERENCES request_deadlines (jit, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_reference_uses_jit_settled_by FOREIGN KEY(jit, settled_by) REFERENCES members (jit, id),
        CONSTRAINT ck_reference_uses_purpose CHECK (purpose in ('request', 'form', 'deadline')),
        CONSTRAINT ck_reference_uses_deadline CHECK ((purpose = 'deadline') = (deadline is not null)),
        CONSTRAINT ck_reference_uses_decision CHECK (decision in ('recomputed', 'kept', 'acknowledged')),
        CONSTRAINT ck_reference_uses_settled CHECK (num_nonnulls(decision, settled_by, settled_at) in (0, 3)),
        CONSTRAINT ck_reference_uses_version CHECK (0 <= version and version <= settled_version),
        CONSTRAINT ck_reference_uses_used_at_within CHECK (used_at >= '1900-01-01 00:00:00+00:00' and used_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_reference_uses_settled_at_within CHECK (settled_at >= '1900-01-01 00:00:00+00:00' and settled_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_reference_uses_jit_party_request ON reference_uses (jit, party, request)",
    "CREATE INDEX ix_reference_uses_kind_key_field ON reference_uses (kind, key, field)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Versions and uses would be lost; restore a backup made before.")
