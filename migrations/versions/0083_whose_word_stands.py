"""The engine sees whose word stands, so that a party which joins an action day is asked for its own and nobody is asked twice.

Revision: 0083, after 0082
"""

from alembic import op

revision = "0083"
down_revision = "0082"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("grant select (told_as) on operations to liaison_engine")
    op.execute("grant select (said_as) on operation_words to liaison_engine")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("revoke select (told_as) on operations from liaison_engine")
    op.execute("revoke select (said_as) on operation_words from liaison_engine")
