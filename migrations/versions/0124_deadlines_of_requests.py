"""Deadlines of legal requests.

Revision: 0124, after 0123
"""

from alembic import op

revision = "0124"
down_revision = "0123"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE request_deadlines (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        request UUID NOT NULL,
        item UUID,
        party UUID NOT NULL,
        rule TEXT NOT NULL,
        duration TEXT NOT NULL,
        basis TEXT NOT NULL,
        extension TEXT,
        minimum BOOLEAN NOT NULL,
        rolls BOOLEAN NOT NULL,
        pauses BOOLEAN NOT NULL,
        lapses BOOLEAN NOT NULL,
        zone TEXT NOT NULL,
        holidays_of TEXT,
        source TEXT,
        verified BOOLEAN NOT NULL,
        begins_at TIMESTAMP WITH TIME ZONE NOT NULL,
        due_at TIMESTAMP WITH TIME ZONE NOT NULL,
        extended BOOLEAN NOT NULL,
        paused_at TIMESTAMP WITH TIME ZONE,
        paused JSONB DEFAULT '[]' NOT NULL,
        stopped_at TIMESTAMP WITH TIME ZONE,
        warned_at TIMESTAMP WITH TIME ZONE,
        missed_at TIMESTAMP WITH TIME ZONE,
        ended_at TIMESTAMP WITH TIME ZONE,
        outcome TEXT,
        alarm_at TIMESTAMP WITH TIME ZONE,
        started_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_request_deadlines PRIMARY KEY (id),
        CONSTRAINT uq_request_deadlines_jit_id UNIQUE (jit, id),
        CONSTRAINT fk_request_deadlines_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_deadlines_request_item FOREIGN KEY(request, item) REFERENCES request_items (request, id),
        CONSTRAINT fk_request_deadlines_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT ck_request_deadlines_basis CHECK (basis in ('hours', 'calendar', 'working')),
        CONSTRAINT ck_request_deadlines_outcome CHECK (outcome in ('met', 'void')),
        CONSTRAINT ck_request_deadlines_ended CHECK ((ended_at is null) = (outcome is null)),
        CONSTRAINT ck_request_deadlines_alarm CHECK (alarm_at is null or ended_at is null and paused_at is null and stopped_at is null),
        CONSTRAINT ck_request_deadlines_begins_at_within CHECK (begins_at >= '1900-01-01 00:00:00+00:00' and begins_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_due_at_within CHECK (due_at >= '1900-01-01 00:00:00+00:00' and due_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_paused_at_within CHECK (paused_at >= '1900-01-01 00:00:00+00:00' and paused_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_stopped_at_within CHECK (stopped_at >= '1900-01-01 00:00:00+00:00' and stopped_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_warned_at_within CHECK (warned_at >= '1900-01-01 00:00:00+00:00' and warned_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_missed_at_within CHECK (missed_at >= '1900-01-01 00:00:00+00:00' and missed_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_ended_at_within CHECK (ended_at >= '1900-01-01 00:00:00+00:00' and ended_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_alarm_at_within CHECK (alarm_at >= '1900-01-01 00:00:00+00:00' and alarm_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_deadlines_started_at_within CHECK (started_at >= '1900-01-01 00:00:00+00:00' and started_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_deadlines_alarm_at ON request_deadlines (alarm_at) WHERE alarm_at is not null",
    "CREATE INDEX ix_request_deadlines_jit_due_at_id ON request_deadlines (jit, due_at, id) WHERE lapses and ended_at is null",
    "CREATE INDEX ix_request_deadlines_request_id ON request_deadlines (request, id)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Deadlines would be lost; restore a backup made before.")
