"""The quorum: by how many parties' witnesses a team's ledger is to be cosigned, as its agreement says; one more alarm.

Revision: 0049, after 0048
"""

from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

_FORMER = "'promise', 'sequencing', 'signing', 'recomputation', 'timestamp', 'clock', 'witness', 'fixity'"
_ALARMS = "alter table alarms add constraint ck_alarms_what check (what in ({}))"
STATEMENTS = (
    """
    alter table jits add column quorum integer not null default 0
      constraint ck_jits_quorum check (quorum between 0 and 60)
    """,
    "grant update (quorum) on jits to liaison_app",
    "grant select (quorum) on jits to liaison_engine",
    "alter table alarms drop constraint ck_alarms_what",
    _ALARMS.format(f"{_FORMER}, 'quorum'"),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("delete from alarms where what = 'quorum'")
    op.execute("alter table alarms drop constraint ck_alarms_what")
    op.execute(_ALARMS.format(_FORMER))
    op.execute("alter table jits drop column quorum")
