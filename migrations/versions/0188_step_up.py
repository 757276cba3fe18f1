"""Kinds of acts for which a party demands a second factor again, and the proofs of sessions.

Revision: 0188, after 0187
"""

from alembic import op

revision = "0188"
down_revision = "0187"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
STATEMENTS = (
    f"""
    create table step_ups (
      session uuid not null constraint fk_step_ups_session references sessions (id) on delete cascade,
      kind text not null,
      proved_at timestamptz not null,
      constraint pk_step_ups primary key (session, kind),
      constraint ck_step_ups_proved_at_within {_WITHIN.format("proved_at")}
    )
    """,
    f"""
    create table step_up_policies (
      jit uuid not null,
      party uuid not null,
      kinds text[] not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      version integer not null default 1,
      constraint pk_step_up_policies primary key (jit, party),
      constraint fk_step_up_policies_jit foreign key (jit, party) references parties (jit, id),
      constraint fk_step_up_policies_jit_decided_by foreign key (jit, decided_by) references members (jit, id),
      constraint ck_step_up_policies_kinds check (kinds <@ array['restricted_release', 'recall', 'erasure', 'export',
        'signing', 'member_confirmation', 'keys_and_policy']),
      constraint ck_step_up_policies_decided_at_within {_WITHIN.format("decided_at")}
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Decisions of parties about second factors would be lost; restore a backup made before.")
