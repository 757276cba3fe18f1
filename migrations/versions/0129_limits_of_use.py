"""Limits of use of exhibits, and their acknowledgement with disclosures and export packages.

Revision: 0129, after 0131
"""

from alembic import op

revision = "0129"
down_revision = "0128"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE use_limits (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        evidence UUID NOT NULL,
        party UUID NOT NULL,
        result UUID NOT NULL,
        wording TEXT NOT NULL,
        clause TEXT,
        recorded_by UUID NOT NULL,
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        ended_by UUID,
        ended_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_use_limits PRIMARY KEY (id),
        CONSTRAINT fk_use_limits_jit_evidence FOREIGN KEY(jit, evidence) REFERENCES evidence (jit, id),
        CONSTRAINT fk_use_limits_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_use_limits_jit_recorded_by FOREIGN KEY(jit, recorded_by) REFERENCES members (jit, id),
        CONSTRAINT fk_use_limits_jit_ended_by FOREIGN KEY(jit, ended_by) REFERENCES members (jit, id),
        CONSTRAINT ck_use_limits_ended CHECK ((ended_at is null) = (ended_by is null)),
        CONSTRAINT ck_use_limits_recorded_at_within CHECK (recorded_at >= '1900-01-01 00:00:00+00:00' and recorded_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_use_limits_ended_at_within CHECK (ended_at >= '1900-01-01 00:00:00+00:00' and ended_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_use_limits_evidence_id ON use_limits (evidence, id)",
    "CREATE UNIQUE INDEX ix_use_limits_result ON use_limits (result) WHERE ended_at is null",
    "ALTER TABLE disclosures ADD COLUMN limits_of_use JSONB DEFAULT '[]' NOT NULL",
    "ALTER TABLE exports ADD COLUMN limits_of_use JSONB DEFAULT '[]' NOT NULL",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Limits of use would be lost; restore a backup made before.")
