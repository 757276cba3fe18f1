"""Background jobs: what is due, what is being worked on, and what failed.

Revision: 0106, after 0105
"""

from alembic import op

revision = "0106"
down_revision = "0105"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
TABLES = (
    f"""
    create table jobs (
      kind text not null,
      key text not null,
      due_at timestamptz not null,
      state text not null default 'waiting',
      attempts integer not null default 0,
      problem text,
      claim uuid,
      claimed_until timestamptz,
      version integer not null default 1,
      constraint pk_jobs primary key (kind, key),
      constraint ck_jobs_state check (state in ('waiting', 'failed')),
      constraint ck_jobs_kind check (length(kind) between 1 and 50),
      constraint ck_jobs_key check (length(key) <= 200),
      constraint ck_jobs_claim check ((claim is null) = (claimed_until is null)),
      constraint ck_jobs_due_at_within {_WITHIN.format("due_at")},
      constraint ck_jobs_claimed_until_within {_WITHIN.format("claimed_until")}
    )
    """,
    "create index ix_jobs_kind_due_at on jobs (kind, due_at)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Jobs that wait would be lost; restore a backup made before.")
