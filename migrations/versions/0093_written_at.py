"""When a notification was written, which after an outage is long after what it tells of: from then on it may be too late for an e-mail.

Revision: 0093, after 0092
"""

from alembic import op

revision = "0093"
down_revision = "0092"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table notifications add column written_at timestamptz",
    # The owner is bound by row-level security too, but for this one moment. What was there was written about when it happened.
    "alter table notifications no force row level security",
    "update notifications set written_at = at",
    "alter table notifications force row level security",
    "alter table notifications alter column written_at set default now(), alter column written_at set not null",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table notifications drop column written_at")
