"""Links of tasks to legal requests.

Revision: 0132, after 0131
"""

from alembic import op

revision = "0132"
down_revision = "0131"
branch_labels = None
depends_on = None

TABLE = """CREATE TABLE task_requests (
        task UUID NOT NULL,
        request UUID NOT NULL,
        jit UUID NOT NULL,
        linked_by UUID NOT NULL,
        linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_task_requests PRIMARY KEY (task, request),
        CONSTRAINT fk_task_requests_jit_task FOREIGN KEY(jit, task) REFERENCES tasks (jit, id),
        CONSTRAINT fk_task_requests_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_task_requests_jit_linked_by FOREIGN KEY(jit, linked_by) REFERENCES members (jit, id),
        CONSTRAINT ck_task_requests_linked_at_within CHECK (linked_at >= '1900-01-01 00:00:00+00:00' and linked_at < '2200-01-01 00:00:00+00:00')
    )
    """


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(TABLE)
    op.execute("CREATE INDEX ix_task_requests_request ON task_requests (request)")


def downgrade() -> None:
    raise RuntimeError("Links of tasks would be lost; restore a backup made before.")
