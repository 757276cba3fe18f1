"""The files to which an access event gives access. Events of before are over: they must be recorded again.

Revision: 0120, after 0119
"""

from alembic import op

revision = "0120"
down_revision = "0119"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table openings add column files uuid[]")


def downgrade() -> None:
    op.execute("alter table openings drop column files")
