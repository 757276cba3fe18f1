"""Erased texts of requests, deadlines before an event, and indexes for lists.

Revision: 0131, after 0130
"""

from alembic import op

revision = "0131"
down_revision = "0130"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE request_contents ADD COLUMN erased JSONB DEFAULT '{}' NOT NULL",
    "ALTER TABLE request_items ADD COLUMN erased JSONB DEFAULT '{}' NOT NULL",
    "ALTER TABLE request_deadlines ADD COLUMN before BOOLEAN DEFAULT false NOT NULL",
    (
        "CREATE INDEX ix_requests_waiting ON requests (jit, party, id)"
        " WHERE state in ('VALIDATION', 'CLARIFICATION_REQUESTED')"
    ),
    (
        "CREATE INDEX ix_request_items_delivered ON request_items (jit, party, request)"
        " WHERE state in ('delivered', 'partly')"
    ),
    (
        "CREATE INDEX ix_request_deadlines_running ON request_deadlines (jit, party, due_at)"
        " WHERE ended_at is null and paused_at is null and stopped_at is null"
    ),
    (
        "CREATE INDEX ix_request_deadlines_next ON request_deadlines (jit, due_at, request)"
        " WHERE ended_at is null and paused_at is null and stopped_at is null"
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The record of what was erased would be lost; restore a backup made before.")
