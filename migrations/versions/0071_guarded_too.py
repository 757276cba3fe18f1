"""Working hours and the marks of a briefing are guarded once a team is closed, as every other table of it.

Revision: 0071, after 0070
"""

from alembic import op

revision = "0071"
down_revision = "0070"
branch_labels = None
depends_on = None

TABLES = ("working_hours", "briefing_marks")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for table in TABLES:
        op.execute(f"select guard_closed('{table}')")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for table in TABLES:
        for act in ("insert", "update", "delete"):
            op.execute(f"drop trigger closed_{act} on {table}")
