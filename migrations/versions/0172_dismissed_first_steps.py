"""Members who dismissed the checklist of the first days of a team.

Revision: 0172, after 0171
"""

from alembic import op

revision = "0172"
down_revision = "0171"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table first_step_dismissals (
      jit uuid not null,
      seat uuid not null,
      dismissed_at timestamp with time zone not null,
      constraint pk_first_step_dismissals primary key (seat),
      constraint fk_first_step_dismissals_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint ck_first_step_dismissals_dismissed_at_within
        check (dismissed_at >= '1900-01-01 00:00:00+00:00' and dismissed_at < '2200-01-01 00:00:00+00:00')
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("drop table first_step_dismissals")
