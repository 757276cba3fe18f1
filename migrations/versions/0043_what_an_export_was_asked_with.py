"""What an export was asked for with: its language and time zone, the proceeding it is for, and why.

Revision: 0043, after 0042
"""

from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(
        """
        alter table exports
          add column language text not null default 'en' constraint ck_exports_language check (language in ('en', 'fr')),
          add column zone text not null default 'UTC' constraint ck_exports_zone check (length(zone) between 1 and 64),
          add column proceeding text constraint ck_exports_proceeding check (length(proceeding) between 1 and 200),
          add column reason text constraint ck_exports_reason check (length(reason) between 1 and 2000)
        """
    )


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table exports drop column language, drop column zone, drop column proceeding, drop column reason")
