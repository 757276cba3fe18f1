"""INTERPOL notices: lines, contents, checks, moves, hits, challenges, links and releases.

Revision: 0128, after 0127
"""

from alembic import op

revision = "0128"
down_revision = "0127"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE notices (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        is_diffusion BOOLEAN NOT NULL,
        state TEXT NOT NULL,
        since_at TIMESTAMP WITH TIME ZONE NOT NULL,
        created_by UUID NOT NULL,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_notices PRIMARY KEY (id),
        CONSTRAINT uq_notices_jit_number UNIQUE (jit, number),
        CONSTRAINT uq_notices_jit_id UNIQUE (jit, id),
        CONSTRAINT fk_notices_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notices_jit_created_by FOREIGN KEY(jit, created_by) REFERENCES members (jit, id),
        CONSTRAINT ck_notices_kind CHECK (kind in ('RED', 'BLUE', 'GREEN', 'YELLOW', 'BLACK', 'ORANGE', 'PURPLE', 'SILVER', 'UNSC_SPECIAL')),
        CONSTRAINT ck_notices_state CHECK (state in ('draft', 'checked', 'with_ncb', 'under_review', 'published', 'refused', 'hit', 'withdrawn', 'expired', 'recalled')),
        CONSTRAINT ck_notices_since_at_within CHECK (since_at >= '1900-01-01 00:00:00+00:00' and since_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_notices_created_at_within CHECK (created_at >= '1900-01-01 00:00:00+00:00' and created_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notices_jit_party_id ON notices (jit, party, id)",
    """CREATE TABLE notice_contents (
        notice UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        ncb TEXT,
        authority TEXT,
        reference TEXT,
        ncb_reference TEXT,
        interpol_reference TEXT,
        language TEXT,
        purpose TEXT,
        is_public BOOLEAN,
        cautions TEXT[] NOT NULL,
        recipients TEXT[] NOT NULL,
        review_on DATE,
        diffusion_reason TEXT,
        diffusion_aim TEXT,
        family_name TEXT,
        forenames TEXT,
        sex TEXT,
        birth_date TEXT,
        birth_place TEXT,
        nationalities TEXT[] NOT NULL,
        languages TEXT[] NOT NULL,
        description TEXT,
        identity_documents TEXT,
        guardian TEXT,
        facts TEXT,
        charge TEXT,
        law TEXT,
        penalty TEXT,
        warrant TEXT,
        questions TEXT,
        assessment TEXT,
        place TEXT,
        method TEXT,
        assets TEXT[] NOT NULL,
        asset_link TEXT,
        listing TEXT,
        measures TEXT[] NOT NULL,
        extradition_countries TEXT[] NOT NULL,
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
        version INTEGER DEFAULT 1 NOT NULL,
        CONSTRAINT pk_notice_contents PRIMARY KEY (notice),
        CONSTRAINT fk_notice_contents_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_contents_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT ck_notice_contents_review_on_within CHECK (review_on >= '1900-01-01' and review_on < '2200-01-01'),
        CONSTRAINT ck_notice_contents_updated_at_within CHECK (updated_at >= '1900-01-01 00:00:00+00:00' and updated_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    """CREATE TABLE notice_checks (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        notice UUID NOT NULL,
        party UUID NOT NULL,
        seat UUID NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL,
        reason TEXT NOT NULL,
        content_version INTEGER NOT NULL,
        answered_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_notice_checks PRIMARY KEY (id),
        CONSTRAINT fk_notice_checks_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_checks_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_checks_jit_seat FOREIGN KEY(jit, seat) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_checks_answer CHECK (answer in ('yes', 'no', 'unclear')),
        CONSTRAINT ck_notice_checks_answered_at_within CHECK (answered_at >= '1900-01-01 00:00:00+00:00' and answered_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_checks_notice_id ON notice_checks (notice, id)",
    """CREATE TABLE notice_moves (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        notice UUID NOT NULL,
        party UUID NOT NULL,
        seat UUID NOT NULL,
        former TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT,
        ground TEXT,
        occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_notice_moves PRIMARY KEY (id),
        CONSTRAINT fk_notice_moves_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_moves_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_moves_jit_seat FOREIGN KEY(jit, seat) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_moves_ground CHECK (ground in ('incomplete', 'too_slight', 'article_2', 'article_3', 'other')),
        CONSTRAINT ck_notice_moves_refused CHECK ((state = 'refused') = (ground is not null)),
        CONSTRAINT ck_notice_moves_occurred CHECK (occurred_at <= recorded_at + clock_skew()),
        CONSTRAINT ck_notice_moves_occurred_at_within CHECK (occurred_at >= '1900-01-01 00:00:00+00:00' and occurred_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_notice_moves_recorded_at_within CHECK (recorded_at >= '1900-01-01 00:00:00+00:00' and recorded_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_moves_notice_id ON notice_moves (notice, id)",
    """CREATE TABLE notice_hits (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        notice UUID NOT NULL,
        party UUID NOT NULL,
        seat UUID NOT NULL,
        country TEXT NOT NULL,
        place TEXT,
        measure TEXT,
        what TEXT NOT NULL,
        occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_notice_hits PRIMARY KEY (id),
        CONSTRAINT fk_notice_hits_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_hits_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_hits_jit_seat FOREIGN KEY(jit, seat) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_hits_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT ck_notice_hits_measure CHECK (measure in ('arrest', 'watch', 'restriction')),
        CONSTRAINT ck_notice_hits_occurred CHECK (occurred_at <= recorded_at + clock_skew()),
        CONSTRAINT ck_notice_hits_occurred_at_within CHECK (occurred_at >= '1900-01-01 00:00:00+00:00' and occurred_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_notice_hits_recorded_at_within CHECK (recorded_at >= '1900-01-01 00:00:00+00:00' and recorded_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_hits_notice_id ON notice_hits (notice, id)",
    """CREATE TABLE notice_challenges (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        notice UUID NOT NULL,
        party UUID NOT NULL,
        kind TEXT NOT NULL,
        received_on DATE NOT NULL,
        admissible_on DATE,
        questions_due_on DATE,
        is_blocked BOOLEAN NOT NULL,
        decided_on DATE,
        decision TEXT,
        remedy TEXT,
        recorded_by UUID NOT NULL,
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        version INTEGER DEFAULT 1 NOT NULL,
        CONSTRAINT pk_notice_challenges PRIMARY KEY (id),
        CONSTRAINT fk_notice_challenges_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_challenges_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_challenges_jit_recorded_by FOREIGN KEY(jit, recorded_by) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_challenges_kind CHECK (kind in ('access', 'correction', 'deletion', 'revision')),
        CONSTRAINT ck_notice_challenges_order CHECK (admissible_on >= received_on and decided_on >= received_on),
        CONSTRAINT ck_notice_challenges_decided CHECK ((decided_on is null) = (decision is null)),
        CONSTRAINT ck_notice_challenges_received_on_within CHECK (received_on >= '1900-01-01' and received_on < '2200-01-01'),
        CONSTRAINT ck_notice_challenges_admissible_on_within CHECK (admissible_on >= '1900-01-01' and admissible_on < '2200-01-01'),
        CONSTRAINT ck_notice_challenges_questions_due_on_within CHECK (questions_due_on >= '1900-01-01' and questions_due_on < '2200-01-01'),
        CONSTRAINT ck_notice_challenges_decided_on_within CHECK (decided_on >= '1900-01-01' and decided_on < '2200-01-01'),
        CONSTRAINT ck_notice_challenges_recorded_at_within CHECK (recorded_at >= '1900-01-01 00:00:00+00:00' and recorded_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_challenges_notice_id ON notice_challenges (notice, id)",
    """CREATE TABLE notice_exhibits (
        notice UUID NOT NULL,
        evidence UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        kind TEXT NOT NULL,
        added_by UUID NOT NULL,
        added_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_notice_exhibits PRIMARY KEY (notice, evidence),
        CONSTRAINT fk_notice_exhibits_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_exhibits_jit_evidence FOREIGN KEY(jit, evidence) REFERENCES evidence (jit, id),
        CONSTRAINT fk_notice_exhibits_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_exhibits_jit_added_by FOREIGN KEY(jit, added_by) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_exhibits_kind CHECK (kind in ('warrant', 'photograph', 'fingerprints', 'dna', 'document', 'form', 'answer')),
        CONSTRAINT ck_notice_exhibits_added_at_within CHECK (added_at >= '1900-01-01 00:00:00+00:00' and added_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_exhibits_evidence ON notice_exhibits (evidence)",
    """CREATE TABLE notice_warrants (
        notice UUID NOT NULL,
        request UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        linked_by UUID NOT NULL,
        linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_notice_warrants PRIMARY KEY (notice),
        CONSTRAINT fk_notice_warrants_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_warrants_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_notice_warrants_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_warrants_jit_linked_by FOREIGN KEY(jit, linked_by) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_warrants_linked_at_within CHECK (linked_at >= '1900-01-01 00:00:00+00:00' and linked_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_warrants_request ON notice_warrants (request)",
    """CREATE TABLE notice_releases (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        notice UUID NOT NULL,
        party UUID NOT NULL,
        recipient UUID NOT NULL,
        released_by UUID NOT NULL,
        released_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recalled_by UUID,
        recalled_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_notice_releases PRIMARY KEY (id),
        CONSTRAINT fk_notice_releases_jit_notice FOREIGN KEY(jit, notice) REFERENCES notices (jit, id),
        CONSTRAINT fk_notice_releases_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_releases_jit_recipient FOREIGN KEY(jit, recipient) REFERENCES parties (jit, id),
        CONSTRAINT fk_notice_releases_jit_released_by FOREIGN KEY(jit, released_by) REFERENCES members (jit, id),
        CONSTRAINT fk_notice_releases_jit_recalled_by FOREIGN KEY(jit, recalled_by) REFERENCES members (jit, id),
        CONSTRAINT ck_notice_releases_another CHECK (party <> recipient),
        CONSTRAINT ck_notice_releases_recalled CHECK ((recalled_at is null) = (recalled_by is null)),
        CONSTRAINT ck_notice_releases_released_at_within CHECK (released_at >= '1900-01-01 00:00:00+00:00' and released_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_notice_releases_recalled_at_within CHECK (recalled_at >= '1900-01-01 00:00:00+00:00' and recalled_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_notice_releases_jit_recipient ON notice_releases (jit, recipient) WHERE recalled_at is null",
    "CREATE UNIQUE INDEX ix_notice_releases_notice_recipient ON notice_releases (notice, recipient) WHERE recalled_at is null",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Notices would be lost; restore a backup made before.")
