"""Sign-ins from an unfamiliar browser or network, of which the person is told by e-mail.

Revision: 0177, after 0174
"""

from alembic import op

revision = "0177"
down_revision = "0174"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table sessions add column unfamiliar boolean not null default false",
    "create index ix_sessions_unfamiliar on sessions (created_at) where unfamiliar",
    "alter table mails drop constraint ck_mails_occasion",
    "alter table mails add constraint ck_mails_occasion check (occasion in ('notice', 'digest', 'sign_in'))",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The marks of unfamiliar sign-ins would be lost; restore a backup made before.")
