"""The operator's first-run setup, invitations of accounts, accounts that are disabled, and a log of the operator's acts.

Revision: 0108, after 0107
"""

from alembic import op

revision = "0108"
down_revision = "0107"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
TABLES = (
    """
    alter table accounts
      add column operator boolean not null default false,
      add column needs_code boolean not null default false,
      add column disabled boolean not null default false,
      add constraint ck_accounts_disabled check (not disabled or closed_at is not null)
    """,
    """
    create table setup_codes (
      id integer not null constraint pk_setup_codes primary key,
      code_hash bytea not null,
      tries integer not null,
      constraint ck_setup_codes_single check (id = 1),
      constraint ck_setup_codes_tries check (tries between 0 and 10)
    )
    """,
    f"""
    create table account_invitations (
      id uuid not null constraint pk_account_invitations primary key,
      email text not null constraint uq_account_invitations_email unique,
      name text not null,
      may_found boolean not null,
      code_hash bytea not null constraint uq_account_invitations_code_hash unique,
      expires_at timestamptz not null,
      invited_by uuid not null constraint fk_account_invitations_invited_by references accounts (id),
      invited_at timestamptz not null,
      constraint ck_account_invitations_email_lower check (email = lower(email)),
      constraint ck_account_invitations_expires_at_within {_WITHIN.format("expires_at")},
      constraint ck_account_invitations_invited_at_within {_WITHIN.format("invited_at")}
    )
    """,
    f"""
    create table operator_acts (
      id uuid not null constraint pk_operator_acts primary key,
      at timestamptz not null,
      operator uuid not null constraint fk_operator_acts_operator references accounts (id),
      act text not null,
      subject text not null,
      constraint ck_operator_acts_act check (length(act) between 1 and 50),
      constraint ck_operator_acts_at_within {_WITHIN.format("at")}
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Invitations and the log of the operator's acts would be lost; restore a backup made before.")
