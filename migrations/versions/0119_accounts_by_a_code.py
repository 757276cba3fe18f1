"""Accounts that a code of a team created take each further place with a code, as new ones do.

Revision: 0119, after 0118
"""

from alembic import op

revision = "0119"
down_revision = "0118"
branch_labels = None
depends_on = None

# `accept_invitation` creates the account and takes the place at once, and the proposal is older than the account.
ACCOUNTS = """
update accounts a set needs_code = true
 where not a.needs_code and not a.demonstration and exists (
   select 1 from members m
    where m.account = a.id and m.proposed_at < a.created_at
      and m.seated_at between a.created_at - interval '1 minute' and a.created_at + interval '1 minute')
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(ACCOUNTS)


def downgrade() -> None:
    raise RuntimeError("Accounts that needed a code before cannot be told from others; restore a backup made before.")
