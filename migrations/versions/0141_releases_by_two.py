"""Releases and recalls of legal requests and notices that wait for a second leader.

Revision: 0141, after 0140
"""

from alembic import op

revision = "0141"
down_revision = "0140"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE waiting_line_releases (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        request UUID,
        notice UUID,
        recipient UUID NOT NULL,
        level TEXT NOT NULL,
        reason TEXT,
        attestation JSONB,
        wanted_by UUID NOT NULL,
        wanted_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_waiting_line_releases PRIMARY KEY (id),
        CONSTRAINT uq_waiting_line_releases_request_recipient UNIQUE (request, recipient),
        CONSTRAINT uq_waiting_line_releases_notice_recipient UNIQUE (notice, recipient),
        CONSTRAINT fk_waiting_line_releases_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_waiting_line_releases_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_waiting_line_releases_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_waiting_line_releases_jit_recipient FOREIGN KEY(jit, recipient) REFERENCES parties (jit, id),
        CONSTRAINT fk_waiting_line_releases_jit_wanted_by FOREIGN KEY(jit, wanted_by) REFERENCES members (jit, id),
        CONSTRAINT ck_waiting_line_releases_line CHECK ((request is null) <> (notice is null)),
        CONSTRAINT ck_waiting_line_releases_level CHECK (level in ('existence', 'content', 'none')),
        CONSTRAINT ck_waiting_line_releases_recall CHECK ((level = 'none') = (reason is not null)),
        CONSTRAINT ck_waiting_line_releases_another CHECK (party <> recipient),
        CONSTRAINT ck_waiting_line_releases_wanted_at_within CHECK (wanted_at >= '1900-01-01 00:00:00+00:00' and wanted_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_waiting_line_releases_jit_party ON waiting_line_releases (jit, party)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Waiting releases would be lost; restore a backup made before.")
