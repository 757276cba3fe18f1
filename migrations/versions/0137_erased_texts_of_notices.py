"""Erased texts of notices and hearings, reviews of notices, and idempotency keys that outlive their hearing.

Revision: 0137, after 0136
"""

from alembic import op

revision = "0137"
down_revision = "0136"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE notice_contents ADD COLUMN erased JSONB DEFAULT '{}' NOT NULL",
    "ALTER TABLE notice_checks ADD COLUMN erased JSONB DEFAULT '{}' NOT NULL",
    "ALTER TABLE notice_hits ADD COLUMN erased JSONB DEFAULT '{}' NOT NULL",
    "ALTER TABLE hearings ADD COLUMN erased JSONB DEFAULT '{}' NOT NULL",
    """ALTER TABLE idempotency_records
        DROP CONSTRAINT fk_idempotency_records_jit_court_hearing
    """,
    "DROP INDEX ix_idempotency_records_court_hearing",
    """CREATE TABLE notice_reviews (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        notice UUID NOT NULL,
        party UUID NOT NULL,
        review_on DATE NOT NULL,
        reason TEXT NOT NULL,
        decided_by UUID NOT NULL,
        decided_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_notice_reviews PRIMARY KEY (id),
        CONSTRAINT fk_notice_reviews_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_reviews_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_reviews_jit_decided_by FOREIGN KEY(jit, decided_by) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_reviews_review_on_within CHECK (review_on >= '1900-01-01' and review_on < '2200-01-01'),
        CONSTRAINT ck_notice_reviews_decided_at_within CHECK (decided_at >= '1900-01-01 00:00:00+00:00' and decided_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_reviews_notice_id ON notice_reviews (notice, id)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The marks of erased texts would be lost; restore a backup made before.")
