"""What is refused because of another party's release is told to that party, and is one of few attempts a day.

Revision: 0104, after 0103
"""

from alembic import op

revision = "0104"
down_revision = "0103"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table release_attempts (
      id uuid not null constraint pk_release_attempts primary key,
      jit uuid not null,
      seat uuid not null,
      attempted_at timestamptz not null,
      constraint fk_release_attempts_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint ck_release_attempts_attempted_at_within
        check (attempted_at >= '1900-01-01 00:00:00+00' and attempted_at < '2200-01-01 00:00:00+00')
    )
    """,
    "create index ix_release_attempts_seat_attempted_at on release_attempts (seat, attempted_at)",
    "alter table alerts add column recipient uuid",
    """
    alter table alerts add constraint fk_alerts_jit_recipient foreign key (jit, recipient) references parties (jit, id)
    """,
    "alter table alerts drop constraint ck_alerts_kind",
    """
    alter table alerts add constraint ck_alerts_kind
      check (kind in ('first_opening', 'copy', 'burst', 'emergency', 'handover', 'beyond'))
    """,
    "alter table alerts drop constraint ck_alerts_about",
    """
    alter table alerts add constraint ck_alerts_about
      check ((kind = 'emergency') = (emergency is not null) and (kind = 'handover') = (handover is not null)
             and (kind = 'beyond') = (recipient is not null)
             and (kind in ('emergency', 'handover', 'beyond')) = (opening is null))
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What originators were told would be lost; restore a backup made before.")
