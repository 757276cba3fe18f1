"""The pages that a reviewer received, and the files of which only the first pages have a rendition.

Revision: 0140, after 0139
"""

from alembic import op

revision = "0140"
down_revision = "0139"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE viewings ADD COLUMN page INTEGER DEFAULT 1 NOT NULL",
    "ALTER TABLE viewings ALTER COLUMN page DROP DEFAULT",
    "ALTER TABLE viewings DROP CONSTRAINT pk_viewings",
    "ALTER TABLE viewings ADD CONSTRAINT pk_viewings PRIMARY KEY (opening, file, page)",
    "ALTER TABLE files ADD COLUMN shown_in_part BOOLEAN DEFAULT false NOT NULL",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The pages that reviewers viewed would be lost; restore a backup made before.")
