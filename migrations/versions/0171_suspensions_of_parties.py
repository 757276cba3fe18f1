"""Suspensions of parties: proposed by one leader and confirmed by a second.

Revision: 0171, after 0165
"""

from alembic import op

revision = "0171"
down_revision = "0165"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table suspensions (
      id uuid not null,
      jit uuid not null,
      party uuid not null,
      clause text not null,
      reason text not null,
      at_once boolean not null,
      proposed_by uuid not null,
      proposed_at timestamp with time zone not null,
      lapses_at timestamp with time zone not null,
      confirmed_by uuid,
      confirmed_at timestamp with time zone,
      ended_at timestamp with time zone,
      constraint pk_suspensions primary key (id),
      constraint fk_suspensions_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_suspensions_jit_proposed_by foreign key (jit, proposed_by) references members (jit, id),
      constraint fk_suspensions_jit_confirmed_by foreign key (jit, confirmed_by) references members (jit, id),
      constraint ck_suspensions_confirmed
        check ((confirmed_at is null) = (confirmed_by is null) and confirmed_by is distinct from proposed_by),
      constraint ck_suspensions_lapses check (lapses_at > proposed_at),
      constraint ck_suspensions_proposed_at_within
        check (proposed_at >= '1900-01-01 00:00:00+00:00' and proposed_at < '2200-01-01 00:00:00+00:00'),
      constraint ck_suspensions_lapses_at_within
        check (lapses_at >= '1900-01-01 00:00:00+00:00' and lapses_at < '2200-01-01 00:00:00+00:00'),
      constraint ck_suspensions_confirmed_at_within
        check (confirmed_at >= '1900-01-01 00:00:00+00:00' and confirmed_at < '2200-01-01 00:00:00+00:00'),
      constraint ck_suspensions_ended_at_within
        check (ended_at >= '1900-01-01 00:00:00+00:00' and ended_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "create unique index ix_suspensions_standing on suspensions (jit, party) where ended_at is null",
    """create index ix_suspensions_lapses_at on suspensions (lapses_at)
        where ended_at is null and confirmed_at is null""",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Suspensions of parties would be lost; restore a backup made before.")
