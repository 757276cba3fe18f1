"""Deliveries of pages to a reviewer that ended early, with the reason that a refused verdict names.

Revision: 0144, after 0143
"""

from alembic import op

revision = "0144"
down_revision = "0143"
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE cut_viewings (
        id UUID NOT NULL,
        opening UUID NOT NULL,
        file UUID NOT NULL,
        page INTEGER NOT NULL,
        jit UUID NOT NULL,
        evidence UUID NOT NULL,
        seat UUID NOT NULL,
        why TEXT NOT NULL,
        cut_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_cut_viewings PRIMARY KEY (id),
        CONSTRAINT fk_cut_viewings_opening FOREIGN KEY(opening) REFERENCES openings (id),
        CONSTRAINT fk_cut_viewings_jit_evidence_file FOREIGN KEY(jit, evidence, file) REFERENCES files (jit, evidence, id),
        CONSTRAINT fk_cut_viewings_jit_seat FOREIGN KEY(jit, seat) REFERENCES members (jit, id),
        CONSTRAINT ck_cut_viewings_why CHECK (why in ('client_closed', 'access_ended', 'failed')),
        CONSTRAINT ck_cut_viewings_cut_at_within CHECK (cut_at >= '1900-01-01 00:00:00+00:00' and cut_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_cut_viewings_evidence_seat ON cut_viewings (evidence, seat)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Reasons of incomplete deliveries would be lost; restore a backup made before.")
