"""Languages of exhibits and of hearings.

Revision: 0134, after 0133
"""

from alembic import op

revision = "0134"
down_revision = "0133"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(
        "ALTER TABLE provenances ADD COLUMN content_language TEXT"
        " CONSTRAINT ck_provenances_content_language CHECK (content_language ~ '^[a-z]{2,3}$')"
    )
    op.execute(
        "ALTER TABLE hearings ADD COLUMN court_language TEXT"
        " CONSTRAINT ck_hearings_court_language CHECK (court_language ~ '^[a-z]{2,3}$')"
    )


def downgrade() -> None:
    raise RuntimeError("Languages of exhibits would be lost; restore a backup made before.")
