"""Reports of members about wrong values of the reference data.

Revision: 0163, after 0162
"""

from alembic import op

revision = "0163"
down_revision = "0162"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
STATEMENTS = (
    f"""
    create table reference_reports (
      id uuid not null constraint pk_reference_reports primary key,
      reporter uuid not null constraint fk_reference_reports_reporter references accounts (id),
      kind text not null,
      key text not null,
      field text not null,
      wrong text not null,
      proposed text,
      source text not null,
      reported_at timestamptz not null,
      settled_at timestamptz,
      settled_by uuid constraint fk_reference_reports_settled_by references accounts (id),
      answer text,
      constraint fk_reference_reports_kind_key foreign key (kind, key) references reference_records (kind, key),
      constraint ck_reference_reports_settled check (num_nonnulls(settled_at, settled_by, answer) in (0, 3)),
      constraint ck_reference_reports_reported_at_within {_WITHIN.format("reported_at")},
      constraint ck_reference_reports_settled_at_within {_WITHIN.format("settled_at")}
    )
    """,
    "create index ix_reference_reports_reporter_id on reference_reports (reporter, id)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Reports of wrong values would be lost; restore a backup made before.")
