"""The fingerprint of the master key, and log co-signers for which signing does not wait.

Revision: 0143, after 0142
"""

from alembic import op

revision = "0143"
down_revision = "0142"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE installations (
        id INTEGER NOT NULL,
        master_key TEXT NOT NULL,
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_installations PRIMARY KEY (id),
        CONSTRAINT ck_installations_single CHECK (id = 1),
        CONSTRAINT ck_installations_master_key CHECK (master_key ~ '^[0-9a-f]{64}$'),
        CONSTRAINT ck_installations_recorded_at_within CHECK (recorded_at >= '1900-01-01 00:00:00+00:00' and recorded_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "ALTER TABLE alarms DROP CONSTRAINT ck_alarms_what",
    """ALTER TABLE alarms ADD CONSTRAINT ck_alarms_what CHECK (what in (
        'promise', 'sequencing', 'signing', 'unanswered', 'recomputation', 'timestamp', 'clock', 'witness', 'fixity', 'quorum'))
    """,
    "ALTER TABLE witness_states ADD COLUMN excused_at TIMESTAMP WITH TIME ZONE",
    """ALTER TABLE witness_states ADD CONSTRAINT ck_witness_states_excused_at_within CHECK (
        excused_at >= '1900-01-01 00:00:00+00:00' and excused_at < '2200-01-01 00:00:00+00:00')
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The fingerprint of the master key would be lost; restore a backup made before.")
