"""Setup codes without a count of wrong attempts, by which others could void the code.

Revision: 0121, after 0120
"""

from alembic import op

revision = "0121"
down_revision = "0120"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table setup_codes drop column tries")


def downgrade() -> None:
    op.execute("delete from setup_codes")  # the next start of the server prints another code
    op.execute(
        "alter table setup_codes add column tries integer not null,"
        " add constraint ck_setup_codes_tries check (tries between 0 and 10)"
    )
