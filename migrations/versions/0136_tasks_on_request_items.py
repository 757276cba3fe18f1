"""Tasks on items of legal requests, idempotency keys for requests, notices and hearings, and reviews of requests.

Revision: 0136, after 0135
"""

from alembic import op

revision = "0136"
down_revision = "0135"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE task_request_items (
        task UUID NOT NULL,
        item UUID NOT NULL,
        jit UUID NOT NULL,
        linked_by UUID NOT NULL,
        linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_task_request_items PRIMARY KEY (task, item),
        CONSTRAINT fk_task_request_items_jit_task FOREIGN KEY(jit, task) REFERENCES tasks (jit, id),
        CONSTRAINT fk_task_request_items_jit_item FOREIGN KEY(jit, item) REFERENCES request_items (jit, id) ON DELETE CASCADE,
        CONSTRAINT fk_task_request_items_jit_linked_by FOREIGN KEY(jit, linked_by) REFERENCES members (jit, id),
        CONSTRAINT ck_task_request_items_linked_at_within CHECK (linked_at >= '1900-01-01 00:00:00+00:00' and linked_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_task_request_items_item ON task_request_items (item)",
    """ALTER TABLE idempotency_records
        ALTER COLUMN evidence DROP NOT NULL,
        ADD COLUMN request UUID,
        ADD COLUMN notice UUID,
        ADD COLUMN court_hearing UUID,
        ADD CONSTRAINT fk_idempotency_records_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        ADD CONSTRAINT fk_idempotency_records_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        ADD CONSTRAINT fk_idempotency_records_jit_court_hearing FOREIGN KEY(jit, court_hearing) REFERENCES hearings (jit, id) ON DELETE CASCADE,
        ADD CONSTRAINT ck_idempotency_records_one_object CHECK (num_nonnulls(evidence, request, notice, court_hearing) = 1)
    """,
    "CREATE INDEX ix_idempotency_records_court_hearing ON idempotency_records (court_hearing) WHERE court_hearing is not null",
    """CREATE TABLE request_reviews (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        request UUID NOT NULL,
        party UUID NOT NULL,
        review_on DATE NOT NULL,
        reason TEXT NOT NULL,
        decided_by UUID NOT NULL,
        decided_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_request_reviews PRIMARY KEY (id),
        CONSTRAINT fk_request_reviews_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_reviews_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_reviews_jit_decided_by FOREIGN KEY(jit, decided_by) REFERENCES members (jit, id),
        CONSTRAINT ck_request_reviews_review_on_within CHECK (review_on >= '1900-01-01' and review_on < '2200-01-01'),
        CONSTRAINT ck_request_reviews_decided_at_within CHECK (decided_at >= '1900-01-01 00:00:00+00:00' and decided_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_reviews_request_id ON request_reviews (request, id)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Links of tasks would be lost; restore a backup made before.")
