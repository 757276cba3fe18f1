"""Make pages of mail, office documents, tables, web pages and archives that had none.

Revision: 0191, after 0189
"""

from alembic import op

revision = "0191"
down_revision = "0189"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(
        """
        update files set renditions = 'pending'
         where state = 'ready' and renditions = 'none'
           and media_type in ('application/zip', 'application/epub+zip', 'application/x-tar',
                              'application/vnd.android.package-archive',
                              'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
                              'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
                              'application/vnd.openxmlformats-officedocument.presentationml.presentation',
                              'application/vnd.oasis.opendocument.text',
                              'application/vnd.oasis.opendocument.spreadsheet')
        """
    )


def downgrade() -> None:
    op.execute("select 1")
