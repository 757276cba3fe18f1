"""Reference data of the deployment: instruments, country cards, provider cards, directory, and the history of changes.

Revision: 0122, after 0121
"""

from alembic import op

revision = "0122"
down_revision = "0121"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
TABLES = (
    f"""
    create table reference_records (
      kind text not null,
      key text not null,
      position integer,
      document jsonb not null,
      version bigint not null,
      changed_at timestamptz,
      constraint pk_reference_records primary key (kind, key),
      constraint ck_reference_records_kind check (kind in ('instruments', 'countries', 'providers', 'directory')),
      constraint ck_reference_records_key check (length(key) between 2 and 40),
      constraint ck_reference_records_version check (version > 0),
      constraint ck_reference_records_changed_at_within {_WITHIN.format("changed_at")}
    )
    """,
    f"""
    create table reference_changes (
      id uuid not null constraint pk_reference_changes primary key,
      kind text not null,
      key text not null,
      field text not null,
      act text not null,
      former jsonb,
      value jsonb,
      at timestamptz not null,
      operator uuid not null constraint fk_reference_changes_operator references accounts (id),
      constraint fk_reference_changes_kind_key foreign key (kind, key) references reference_records (kind, key),
      constraint ck_reference_changes_act check (act in ('added', 'changed', 'verified', 'imported', 'tested')),
      constraint ck_reference_changes_at_within {_WITHIN.format("at")}
    )
    """,
    "create index ix_reference_changes_kind_key_id on reference_changes (kind, key, id)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Changes and verifications of the reference data would be lost; restore a backup made before.")
