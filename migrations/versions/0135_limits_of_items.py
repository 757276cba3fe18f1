"""Limits of use of items of legal requests, and limits that the worker records.

Revision: 0135, after 0134
"""

from alembic import op

revision = "0135"
down_revision = "0134"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("ALTER TABLE request_items ADD COLUMN conditions TEXT")
    op.execute("ALTER TABLE use_limits ADD COLUMN of_item BOOLEAN DEFAULT false NOT NULL")
    op.execute("ALTER TABLE use_limits ALTER COLUMN recorded_by DROP NOT NULL")
    op.execute("ALTER TABLE use_limits DROP CONSTRAINT ck_use_limits_ended")
    op.execute(
        "ALTER TABLE use_limits ADD CONSTRAINT ck_use_limits_ended CHECK (ended_at is not null or ended_by is null)"
    )
    op.execute("DROP INDEX ix_use_limits_result")
    op.execute(
        "CREATE UNIQUE INDEX ix_use_limits_result_of_item ON use_limits (result, of_item) WHERE ended_at is null"
    )


def downgrade() -> None:
    raise RuntimeError("Limits of use would be lost; restore a backup made before.")
