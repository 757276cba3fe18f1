"""The table of idempotent requests is named for what it holds.

Revision: 0112, after 0109
"""

from alembic import op

revision = "0112"
down_revision = "0109"
branch_labels = None
depends_on = None

CONSTRAINTS = ("pk_{0}", "ck_{0}_hashed", "ck_{0}_sent_at_within", "fk_{0}_jit_evidence", "fk_{0}_jit_seat")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table sendings rename to idempotency_records")
    for constraint in CONSTRAINTS:
        old, new = constraint.format("sendings"), constraint.format("idempotency_records")
        op.execute(f"alter table idempotency_records rename constraint {old} to {new}")


def downgrade() -> None:
    raise RuntimeError("Restore a backup made before.")
