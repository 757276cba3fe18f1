"""Several forms of one request, and the time at which a form that follows it was sent.

Revision: 0160, after 0148
"""

from alembic import op

revision = "0160"
down_revision = "0150"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table request_forms drop constraint pk_request_forms",
    "alter table request_forms add constraint pk_request_forms primary key (request, form)",
    "alter table request_forms add column sent_at timestamp with time zone",
    "alter table request_forms add constraint ck_request_forms_sent check (sent_at <= updated_at + clock_skew())",
    """alter table request_forms add constraint ck_request_forms_sent_at_within
        check (sent_at >= '1900-01-01 00:00:00+00:00' and sent_at < '2200-01-01 00:00:00+00:00')
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Forms that follow a request would be lost; restore a backup made before.")
