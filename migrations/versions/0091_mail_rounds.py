"""When everybody who may be told by e-mail was last looked at: what waits meanwhile does not grow old while no worker runs.

Revision: 0091, after 0090
"""

from alembic import op

revision = "0091"
down_revision = "0090"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table mail_rounds (
      one boolean not null constraint pk_mail_rounds primary key constraint ck_mail_rounds_one check (one),
      at timestamptz not null
    )
    """,
    "alter table mail_rounds enable row level security",
    "alter table mail_rounds force row level security",
    "create policy engine on mail_rounds to liaison_engine using (true) with check (true)",
    "create policy seen on mail_rounds for select to liaison_app using (false)",
    "grant select, insert, update (at) on mail_rounds to liaison_engine",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop table mail_rounds")
