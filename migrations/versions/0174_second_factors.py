"""Authenticator apps and recovery codes of accounts.

Revision: 0174, after 0172
"""

from alembic import op

revision = "0174"
down_revision = "0172"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
STATEMENTS = (
    f"""
    create table authenticator_apps (
      account uuid not null constraint pk_authenticator_apps primary key
        constraint fk_authenticator_apps_account references accounts (id),
      secret bytea not null,
      created_at timestamptz not null,
      confirmed_at timestamptz,
      last_step bigint,
      constraint ck_authenticator_apps_created_at_within {_WITHIN.format("created_at")},
      constraint ck_authenticator_apps_confirmed_at_within {_WITHIN.format("confirmed_at")}
    )
    """,
    f"""
    create table recovery_codes (
      account uuid not null constraint fk_recovery_codes_account references accounts (id),
      code_hash bytea not null,
      created_at timestamptz not null,
      used_at timestamptz,
      constraint pk_recovery_codes primary key (account, code_hash),
      constraint ck_recovery_codes_created_at_within {_WITHIN.format("created_at")},
      constraint ck_recovery_codes_used_at_within {_WITHIN.format("used_at")}
    )
    """,
    "alter table sessions add column second_factor boolean not null default false",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Second factors of accounts would be lost; restore a backup made before.")
