"""Organisations: their accounts, proposals of their administrators, and the log of acts.

Revision: 0189, after 0181
"""

from alembic import op

revision = "0189"
down_revision = "0181"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
STATEMENTS = (
    f"""
    create table organisations (
      id uuid not null constraint pk_organisations primary key,
      name text not null constraint uq_organisations_name unique,
      created_at timestamptz not null,
      constraint ck_organisations_name check (length(name) between 1 and 300),
      constraint ck_organisations_created_at_within {_WITHIN.format("created_at")}
    )
    """,
    f"""
    create table organisation_accounts (
      account uuid not null constraint pk_organisation_accounts primary key
        constraint fk_organisation_accounts_account references accounts (id),
      organisation uuid not null constraint fk_organisation_accounts_organisation references organisations (id),
      administrator boolean not null default false,
      since_at timestamptz not null,
      constraint ck_organisation_accounts_since_at_within {_WITHIN.format("since_at")}
    )
    """,
    "create index ix_organisation_accounts_organisation on organisation_accounts (organisation)",
    f"""
    create table organisation_proposals (
      id uuid not null constraint pk_organisation_proposals primary key,
      organisation uuid not null constraint fk_organisation_proposals_organisation references organisations (id),
      kind text not null,
      concerned uuid not null constraint fk_organisation_proposals_concerned references accounts (id),
      destination uuid constraint fk_organisation_proposals_destination references organisations (id),
      second_factors boolean not null,
      state text not null,
      proposed_by uuid not null constraint fk_organisation_proposals_proposed_by references accounts (id),
      proposed_at timestamptz not null,
      confirmed_by uuid constraint fk_organisation_proposals_confirmed_by references accounts (id),
      ends_at timestamptz,
      code_hash bytea constraint uq_organisation_proposals_code_hash unique,
      code_expires_at timestamptz,
      constraint ck_organisation_proposals_kind
        check (kind in ('recovery', 'move', 'administrator_addition', 'administrator_removal')),
      constraint ck_organisation_proposals_state
        check (state in ('open', 'waiting', 'done', 'withdrawn', 'stopped')),
      constraint ck_organisation_proposals_destination check ((kind = 'move') = (destination is not null)),
      constraint ck_organisation_proposals_waiting
        check (state <> 'waiting' or (kind = 'recovery' and ends_at is not null)),
      constraint ck_organisation_proposals_two_people check (confirmed_by <> proposed_by),
      constraint ck_organisation_proposals_another_person
        check (kind <> 'recovery' or concerned not in (proposed_by, confirmed_by)),
      constraint ck_organisation_proposals_code check ((code_hash is null) = (code_expires_at is null)),
      constraint ck_organisation_proposals_proposed_at_within {_WITHIN.format("proposed_at")},
      constraint ck_organisation_proposals_ends_at_within {_WITHIN.format("ends_at")},
      constraint ck_organisation_proposals_code_expires_at_within {_WITHIN.format("code_expires_at")}
    )
    """,
    """
    create unique index ix_organisation_proposals_running on organisation_proposals (concerned, kind)
     where state in ('open', 'waiting')
    """,
    "create index ix_organisation_proposals_organisation on organisation_proposals (organisation)",
    "create index ix_organisation_proposals_destination on organisation_proposals (destination)",
    f"""
    create table organisation_acts (
      id uuid not null constraint pk_organisation_acts primary key,
      organisation uuid not null constraint fk_organisation_acts_organisation references organisations (id),
      at timestamptz not null,
      actor uuid not null constraint fk_organisation_acts_actor references accounts (id),
      act text not null,
      concerned uuid constraint fk_organisation_acts_concerned references accounts (id),
      constraint ck_organisation_acts_act check (length(act) between 1 and 50),
      constraint ck_organisation_acts_at_within {_WITHIN.format("at")}
    )
    """,
    "create index ix_organisation_acts_organisation_at on organisation_acts (organisation, at)",
    "create index ix_organisation_acts_at on organisation_acts (at)",
    "alter table mails drop constraint ck_mails_occasion",
    """
    alter table mails add constraint ck_mails_occasion
      check (occasion in ('notice', 'digest', 'sign_in', 'organisation', 'recovery', 'recovered'))
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Organisations of accounts would be lost; restore a backup made before.")
