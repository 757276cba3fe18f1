"""Originals in export packages: the recorded downloads of a package, and how many files it holds.

Revision: 0184, after 0178
"""

from alembic import op

revision = "0184"
down_revision = "0178"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table exports add column downloads uuid[] not null default '{}'",
    "alter table exports add column files integer",
    "alter table exports add column left_out uuid[]",
    "alter table exports add constraint ck_exports_downloads check (downloads = '{}' or profile in ('court', 'defence'))",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The downloads of export packages would be lost; restore a backup made before.")
