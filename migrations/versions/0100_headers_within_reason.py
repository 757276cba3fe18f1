"""A header is of a moment that a clock can show, and names what it is about in few words: one that only SQL could write would stop whoever
reads all headers of a team, or of all teams.

Revision: 0100, after 0099
"""

from alembic import op

revision = "0100"
down_revision = "0099"
branch_labels = None
depends_on = None

CHECKS = {
    "ck_headers_at": "at >= '2000-01-01 00:00:00+00' and at < '2200-01-01 00:00:00+00'",
    # A few names and ids; brackets within brackets would be many.
    "ck_headers_subject": "length(subject) <= 600",
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for name, holds in CHECKS.items():
        op.execute(f"alter table headers add constraint {name} check ({holds})")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for name in CHECKS:
        op.execute(f"alter table headers drop constraint {name}")
