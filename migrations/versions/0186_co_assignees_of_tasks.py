"""Co-assignees of tasks.

Revision: 0186, after 0191
"""

from alembic import op

revision = "0186"
down_revision = "0191"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table tasks add column co_assignees uuid[] not null default '{}'",
    """
    alter table tasks add constraint ck_tasks_co_assignees
      check (cardinality(co_assignees) <= 20 and not assignee = any (co_assignees))
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Co-assignees of tasks would be lost; restore a backup made before.")
