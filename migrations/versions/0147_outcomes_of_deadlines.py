"""Outcomes of deadlines, extensions that are counted, and confirmed production requests.

Revision: 0147, after 0144
"""

from alembic import op

revision = "0147"
down_revision = "0144"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE request_deadlines DROP CONSTRAINT ck_request_deadlines_outcome",
    """ALTER TABLE request_deadlines ADD CONSTRAINT ck_request_deadlines_outcome
        CHECK (outcome in ('met', 'met_late', 'missed', 'void'))
    """,
    "ALTER TABLE request_deadlines ADD COLUMN extensions SMALLINT",
    "UPDATE request_deadlines SET extensions = extended::int",
    "ALTER TABLE request_deadlines ALTER COLUMN extensions SET NOT NULL",
    "ALTER TABLE request_deadlines ADD CONSTRAINT ck_request_deadlines_extensions CHECK (extensions between 0 and 100)",
    "ALTER TABLE request_deadlines DROP COLUMN extended",
    "ALTER TABLE request_links ADD COLUMN confirmed_at TIMESTAMP WITH TIME ZONE",
    """ALTER TABLE request_links ADD CONSTRAINT ck_request_links_confirmed_at_within
        CHECK (confirmed_at >= '1900-01-01 00:00:00+00:00' and confirmed_at < '2200-01-01 00:00:00+00:00')
    """,
    """ALTER TABLE request_links ADD CONSTRAINT ck_request_links_confirmed
        CHECK (confirmed_at is null or relation = 'production')
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Outcomes and confirmations would be lost; restore a backup made before.")
