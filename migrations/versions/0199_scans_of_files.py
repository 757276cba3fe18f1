"""Results of the malware scanner for files.

Revision: 0199, after 0188
"""

from alembic import op

revision = "0199"
down_revision = "0188"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    alter table files add column scan text, add column finding text, add column scanner text,
      add column scanned_at timestamptz
    """,
    "alter table files add constraint ck_files_scan check (scan in ('clean', 'found', 'too_large'))",
    """
    alter table files add constraint ck_files_finding
      check ((finding is not null) = (scan is not distinct from 'found'))
    """,
    """
    alter table files add constraint ck_files_scanned
      check ((scanned_at is null) = (scan is null) and (scanner is null) = (scan is null))
    """,
    """
    alter table files add constraint ck_files_scanned_at_within
      check (scanned_at >= '1900-01-01 00:00:00+00' and scanned_at < '2200-01-01 00:00:00+00')
    """,
    "create index ix_files_unscanned on files (id) where scan is null and state = 'ready'",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The results of the scans would be lost; restore a backup made before.")
