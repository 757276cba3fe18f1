"""Answers to questions about challenged notices, and notices about persons who are not identified.

Revision: 0133, after 0132
"""

from alembic import op

revision = "0133"
down_revision = "0132"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE notice_contents ADD COLUMN is_unidentified BOOLEAN",
    "ALTER TABLE notice_challenges ADD COLUMN questions_answered_on DATE",
    (
        "ALTER TABLE notice_challenges ADD CONSTRAINT ck_notice_challenges_questions_answered_on_within"
        " CHECK (questions_answered_on >= '1900-01-01' and questions_answered_on < '2200-01-01')"
    ),
    "ALTER TABLE notice_challenges ADD COLUMN answer_due_at TIMESTAMP WITH TIME ZONE",
    "ALTER TABLE notice_challenges ADD COLUMN warned_at TIMESTAMP WITH TIME ZONE",
    "ALTER TABLE notice_challenges ADD COLUMN alarm_at TIMESTAMP WITH TIME ZONE",
    *(
        f"ALTER TABLE notice_challenges ADD CONSTRAINT ck_notice_challenges_{name}_within"
        f" CHECK ({name} >= '1900-01-01 00:00:00+00:00' and {name} < '2200-01-01 00:00:00+00:00')"
        for name in ("answer_due_at", "warned_at", "alarm_at")
    ),
    "CREATE INDEX ix_notice_challenges_alarm_at ON notice_challenges (alarm_at) WHERE alarm_at is not null",
    (
        "CREATE INDEX ix_notice_challenges_questions ON notice_challenges (jit, party, answer_due_at)"
        " WHERE answer_due_at is not null"
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Answers to questions would be lost; restore a backup made before.")
