"""Treaties with their parties, and lists of codes, as kinds of reference data.

Revision: 0161, after 0160
"""

from alembic import op

revision = "0161"
down_revision = "0160"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table reference_records drop constraint ck_reference_records_kind",
    """alter table reference_records add constraint ck_reference_records_kind
        check (kind in ('instruments', 'countries', 'providers', 'directory', 'treaties', 'codes'))
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Treaties and lists of codes would be lost; restore a backup made before.")
