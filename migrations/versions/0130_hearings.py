"""Hearings with their exhibits, and the admissibility of exhibits.

Revision: 0130, after 0128
"""

from alembic import op

revision = "0130"
down_revision = "0129"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE hearings (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        title TEXT NOT NULL,
        country TEXT NOT NULL,
        court TEXT NOT NULL,
        proceeding TEXT,
        held_at TIMESTAMP WITH TIME ZONE NOT NULL,
        zone TEXT NOT NULL,
        created_by UUID NOT NULL,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL,
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
        version INTEGER DEFAULT 1 NOT NULL,
        CONSTRAINT pk_hearings PRIMARY KEY (id),
        CONSTRAINT uq_hearings_jit_id UNIQUE (jit, id),
        CONSTRAINT fk_hearings_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_hearings_jit_created_by FOREIGN KEY(jit, created_by) REFERENCES members (jit, id),
        CONSTRAINT ck_hearings_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT ck_hearings_held_at_within CHECK (held_at >= '1900-01-01 00:00:00+00:00' and held_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_hearings_created_at_within CHECK (created_at >= '1900-01-01 00:00:00+00:00' and created_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_hearings_updated_at_within CHECK (updated_at >= '1900-01-01 00:00:00+00:00' and updated_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_hearings_jit_party_held_at_id ON hearings (jit, party, held_at, id)",
    """CREATE TABLE hearing_exhibits (
        court_hearing UUID NOT NULL,
        evidence UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        added_by UUID NOT NULL,
        added_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_hearing_exhibits PRIMARY KEY (court_hearing, evidence),
        CONSTRAINT fk_hearing_exhibits_jit_court_hearing FOREIGN KEY(jit, court_hearing) REFERENCES hearings (jit, id) ON DELETE CASCADE,
        CONSTRAINT fk_hearing_exhibits_jit_evidence FOREIGN KEY(jit, evidence) REFERENCES evidence (jit, id),
        CONSTRAINT fk_hearing_exhibits_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_hearing_exhibits_jit_added_by FOREIGN KEY(jit, added_by) REFERENCES members (jit, id),
        CONSTRAINT ck_hearing_exhibits_added_at_within CHECK (added_at >= '1900-01-01 00:00:00+00:00' and added_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_hearing_exhibits_evidence ON hearing_exhibits (evidence)",
    """CREATE TABLE admissibilities (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        evidence UUID NOT NULL,
        party UUID NOT NULL,
        country TEXT NOT NULL,
        need TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        replaces UUID,
        reviewer UUID NOT NULL,
        reviewed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_admissibilities PRIMARY KEY (id),
        CONSTRAINT uq_admissibilities_jit_id UNIQUE (jit, id),
        CONSTRAINT uq_admissibilities_evidence_party_id UNIQUE (evidence, party, id),
        CONSTRAINT uq_admissibilities_replaces UNIQUE (replaces),
        CONSTRAINT fk_admissibilities_jit_evidence FOREIGN KEY(jit, evidence) REFERENCES evidence (jit, id),
        CONSTRAINT fk_admissibilities_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_admissibilities_jit_reviewer FOREIGN KEY(jit, reviewer) REFERENCES members (jit, id),
        CONSTRAINT fk_admissibilities_evidence_party_replaces FOREIGN KEY(evidence, party, replaces) REFERENCES admissibilities (evidence, party, id),
        CONSTRAINT ck_admissibilities_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT ck_admissibilities_status CHECK (status in ('met', 'open', 'not_needed')),
        CONSTRAINT ck_admissibilities_reviewed_at_within CHECK (reviewed_at >= '1900-01-01 00:00:00+00:00' and reviewed_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_admissibilities_evidence_id ON admissibilities (evidence, id)",
    """CREATE TABLE admissibility_papers (
        admissibility UUID NOT NULL,
        evidence UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        CONSTRAINT pk_admissibility_papers PRIMARY KEY (admissibility),
        CONSTRAINT fk_admissibility_papers_jit_admissibility FOREIGN KEY(jit, admissibility) REFERENCES admissibilities (jit, id),
        CONSTRAINT fk_admissibility_papers_jit_evidence FOREIGN KEY(jit, evidence) REFERENCES evidence (jit, id),
        CONSTRAINT fk_admissibility_papers_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id)
    )
    """,
    "CREATE INDEX ix_admissibility_papers_evidence ON admissibility_papers (evidence)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Hearings and assessments would be lost; restore a backup made before.")
