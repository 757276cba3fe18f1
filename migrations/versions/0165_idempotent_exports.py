"""Idempotency keys for export packages.

Revision: 0165, after 0164
"""

from alembic import op

revision = "0165"
down_revision = "0164"
branch_labels = None
depends_on = None

STATEMENTS = (
    """ALTER TABLE idempotency_records
        ADD COLUMN export UUID,
        ADD CONSTRAINT fk_idempotency_records_export FOREIGN KEY(export) REFERENCES exports (id),
        DROP CONSTRAINT ck_idempotency_records_one_object,
        ADD CONSTRAINT ck_idempotency_records_one_object
          CHECK (num_nonnulls(evidence, request, notice, court_hearing, export) = 1)
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Idempotency keys of exports would be lost; restore a backup made before.")
