"""Why an export failed, as a word for programs beside the sentence for people.

Revision: 0017, after 0016
"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table exports add column problem_code text")
    op.execute("grant update (problem_code) on exports to liaison_app, liaison_engine")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table exports drop column problem_code")
