"""The tables of 29 November 2026, in one revision that bears the number of the last of the revisions that it replaces.

Revision: 0103, the first
"""

from pathlib import Path

from alembic import op

from app import schema

revision = "0103"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, their keys and indexes; functions, policies, grants and triggers follow from `app/schema`."""
    op.execute("set local lock_timeout = '5s'")
    text = (Path(__file__).resolve().parent.parent / "baseline.sql").read_text(encoding="utf-8")
    for statement in schema.statements(text):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Refuse: there is nothing before the baseline."""
    raise RuntimeError("There is nothing before the baseline. Restore a backup instead.")
