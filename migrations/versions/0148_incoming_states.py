"""Incoming requests are acknowledged, clarified and withdrawn.

Revision: 0148, after 0147
"""

from alembic import op

revision = "0148"
down_revision = "0147"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE requests DROP CONSTRAINT ck_requests_state",
    """ALTER TABLE requests ADD CONSTRAINT ck_requests_state
        CHECK (direction = 'out' and state in ('DRAFT', 'VALIDATION', 'TRANSLATION', 'QUALITY_CHECK', 'SENT',
            'SUBMISSION_ACCEPTED', 'SUBMISSION_REJECTED', 'RELAYED', 'RELAY_FAILED', 'DELIVERED', 'NOT_DELIVERED', 'RETRIEVED',
            'NOT_RETRIEVED', 'ACKNOWLEDGED', 'CLARIFICATION_REQUESTED', 'CLARIFIED', 'TRANSFERRED_TO_COMPETENT', 'CLOSED',
            'WITHDRAWN')
        or direction = 'in' and state in ('REGISTERED', 'ACKNOWLEDGED', 'ALLOCATED', 'CLARIFICATION_REQUESTED', 'CLARIFIED',
            'EXECUTING', 'ANSWERED', 'CLOSED', 'WITHDRAWN'))
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError(
        "Incoming requests can be in states that the former constraint refuses; restore a backup made before."
    )
