"""Passkeys of accounts, and challenges that were answered.

Revision: 0185, after 0177
"""

from alembic import op

revision = "0185"
down_revision = "0177"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
STATEMENTS = (
    f"""
    create table passkeys (
      id uuid not null constraint pk_passkeys primary key,
      account uuid not null constraint fk_passkeys_account references accounts (id),
      credential bytea not null constraint uq_passkeys_credential unique,
      public_key bytea not null,
      count bigint not null,
      domain text not null,
      name text not null,
      synchronised boolean not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      constraint ck_passkeys_count check (count >= 0),
      constraint ck_passkeys_created_at_within {_WITHIN.format("created_at")},
      constraint ck_passkeys_last_used_at_within {_WITHIN.format("last_used_at")}
    )
    """,
    "create index ix_passkeys_account on passkeys (account)",
    f"""
    create table answered_challenges (
      challenge bytea not null constraint pk_answered_challenges primary key,
      answered_at timestamptz not null,
      constraint ck_answered_challenges_answered_at_within {_WITHIN.format("answered_at")}
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Passkeys of accounts would be lost; restore a backup made before.")
