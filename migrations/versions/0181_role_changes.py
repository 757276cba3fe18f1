"""Proposed changes of a member's roles.

Revision: 0181, after 0184
"""

from alembic import op

revision = "0181"
down_revision = "0184"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table role_changes (
      id uuid not null,
      jit uuid not null,
      party uuid not null,
      member uuid not null,
      roles text[] not null,
      reason text not null,
      proposed_by uuid not null,
      proposed_at timestamp with time zone not null,
      outcome text,
      decided_by uuid,
      decided_at timestamp with time zone,
      constraint pk_role_changes primary key (id),
      constraint fk_role_changes_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_role_changes_jit_member foreign key (jit, member) references members (jit, id),
      constraint fk_role_changes_jit_proposed_by foreign key (jit, proposed_by) references members (jit, id),
      constraint fk_role_changes_jit_decided_by foreign key (jit, decided_by) references members (jit, id),
      constraint ck_role_changes_outcome check (outcome in ('confirmed', 'withdrawn')),
      constraint ck_role_changes_decided
        check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
      constraint ck_role_changes_two_people
        check (outcome <> 'confirmed' or decided_by not in (proposed_by, member)),
      constraint ck_role_changes_roles check (cardinality(roles) > 0),
      constraint ck_role_changes_proposed_at_within
        check (proposed_at >= '1900-01-01 00:00:00+00:00' and proposed_at < '2200-01-01 00:00:00+00:00'),
      constraint ck_role_changes_decided_at_within
        check (decided_at >= '1900-01-01 00:00:00+00:00' and decided_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "create unique index ix_role_changes_awaiting on role_changes (member) where outcome is null",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Proposed changes of roles would be lost; restore a backup made before.")
