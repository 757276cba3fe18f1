"""Legal requests: lines, contents, items, moves and releases.

Revision: 0123, after 0122
"""

from alembic import op

revision = "0123"
down_revision = "0122"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE requests (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        number TEXT NOT NULL,
        direction TEXT NOT NULL,
        instrument TEXT NOT NULL,
        country TEXT NOT NULL,
        state TEXT NOT NULL,
        since_at TIMESTAMP WITH TIME ZONE NOT NULL,
        urgent BOOLEAN NOT NULL,
        created_by UUID NOT NULL,
        created_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_requests PRIMARY KEY (id),
        CONSTRAINT uq_requests_jit_number UNIQUE (jit, number),
        CONSTRAINT uq_requests_jit_id UNIQUE (jit, id),
        CONSTRAINT fk_requests_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_requests_jit_created_by FOREIGN KEY(jit, created_by) REFERENCES members (jit, id),
        CONSTRAINT ck_requests_state CHECK (direction = 'out' and state in ('DRAFT', 'VALIDATION', 'TRANSLATION', 'QUALITY_CHECK', 'SENT', 'SUBMISSION_ACCEPTED', 'SUBMISSION_REJECTED', 'RELAYED', 'RELAY_FAILED', 'DELIVERED', 'NOT_DELIVERED', 'RETRIEVED', 'NOT_RETRIEVED', 'ACKNOWLEDGED', 'CLARIFICATION_REQUESTED', 'CLARIFIED', 'TRANSFERRED_TO_COMPETENT', 'CLOSED', 'WITHDRAWN') or direction = 'in' and state in ('REGISTERED', 'ALLOCATED', 'EXECUTING', 'ANSWERED', 'CLOSED')),
        CONSTRAINT ck_requests_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT ck_requests_since_at_within CHECK (since_at >= '1900-01-01 00:00:00+00:00' and since_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_requests_created_at_within CHECK (created_at >= '1900-01-01 00:00:00+00:00' and created_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_requests_jit_party_id ON requests (jit, party, id)",
    """CREATE TABLE request_contents (
        request UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        title TEXT,
        authority TEXT,
        zone TEXT NOT NULL,
        reference TEXT,
        counterpart_reference TEXT,
        facts TEXT,
        offence TEXT,
        legal_basis TEXT,
        purpose TEXT,
        confidentiality TEXT,
        language TEXT,
        issuing_authority TEXT,
        validating_authority TEXT,
        conditions TEXT,
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
        version INTEGER DEFAULT 1 NOT NULL,
        CONSTRAINT pk_request_contents PRIMARY KEY (request),
        CONSTRAINT fk_request_contents_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_contents_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT ck_request_contents_updated_at_within CHECK (updated_at >= '1900-01-01 00:00:00+00:00' and updated_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    """CREATE TABLE request_items (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        request UUID NOT NULL,
        party UUID NOT NULL,
        place SMALLINT NOT NULL,
        kind TEXT NOT NULL,
        data_category TEXT,
        identifier_kind TEXT,
        identifier TEXT,
        description TEXT,
        from_at TIMESTAMP WITH TIME ZONE,
        until_at TIMESTAMP WITH TIME ZONE,
        state TEXT NOT NULL,
        since_at TIMESTAMP WITH TIME ZONE NOT NULL,
        ground TEXT,
        CONSTRAINT pk_request_items PRIMARY KEY (id),
        CONSTRAINT uq_request_items_request_place UNIQUE (request, place),
        CONSTRAINT uq_request_items_jit_id UNIQUE (jit, id),
        CONSTRAINT uq_request_items_request_id UNIQUE (request, id),
        CONSTRAINT fk_request_items_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_items_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT ck_request_items_kind CHECK (kind in ('data', 'measure', 'hearing', 'search', 'freeze', 'confiscation', 'surrender')),
        CONSTRAINT ck_request_items_state CHECK (state in ('open', 'preserved', 'executing', 'delivered', 'partly', 'refused', 'postponed', 'impossible', 'lapsed', 'withdrawn')),
        CONSTRAINT ck_request_items_identifier CHECK ((identifier is null) = (identifier_kind is null)),
        CONSTRAINT ck_request_items_named CHECK (identifier is not null or description is not null),
        CONSTRAINT ck_request_items_span CHECK (from_at <= until_at),
        CONSTRAINT ck_request_items_from_at_within CHECK (from_at >= '1900-01-01 00:00:00+00:00' and from_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_items_until_at_within CHECK (until_at >= '1900-01-01 00:00:00+00:00' and until_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_items_since_at_within CHECK (since_at >= '1900-01-01 00:00:00+00:00' and since_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    """CREATE TABLE request_moves (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        request UUID NOT NULL,
        item UUID,
        party UUID NOT NULL,
        seat UUID NOT NULL,
        former TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT,
        ground TEXT,
        occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_request_moves PRIMARY KEY (id),
        CONSTRAINT fk_request_moves_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_moves_request_item FOREIGN KEY(request, item) REFERENCES request_items (request, id),
        CONSTRAINT fk_request_moves_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_moves_jit_seat FOREIGN KEY(jit, seat) REFERENCES members (jit, id),
        CONSTRAINT ck_request_moves_occurred CHECK (occurred_at <= recorded_at + clock_skew()),
        CONSTRAINT ck_request_moves_occurred_at_within CHECK (occurred_at >= '1900-01-01 00:00:00+00:00' and occurred_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_moves_recorded_at_within CHECK (recorded_at >= '1900-01-01 00:00:00+00:00' and recorded_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_moves_request_id ON request_moves (request, id)",
    """CREATE TABLE request_releases (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        request UUID NOT NULL,
        party UUID NOT NULL,
        recipient UUID NOT NULL,
        level TEXT NOT NULL,
        released_by UUID NOT NULL,
        released_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recalled_by UUID,
        recalled_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_request_releases PRIMARY KEY (id),
        CONSTRAINT fk_request_releases_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_releases_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_releases_jit_recipient FOREIGN KEY(jit, recipient) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_releases_jit_released_by FOREIGN KEY(jit, released_by) REFERENCES members (jit, id),
        CONSTRAINT fk_request_releases_jit_recalled_by FOREIGN KEY(jit, recalled_by) REFERENCES members (jit, id),
        CONSTRAINT ck_request_releases_level CHECK (level in ('existence', 'content')),
        CONSTRAINT ck_request_releases_another CHECK (party <> recipient),
        CONSTRAINT ck_request_releases_recalled CHECK ((recalled_at is null) = (recalled_by is null)),
        CONSTRAINT ck_request_releases_released_at_within CHECK (released_at >= '1900-01-01 00:00:00+00:00' and released_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_releases_recalled_at_within CHECK (recalled_at >= '1900-01-01 00:00:00+00:00' and recalled_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_releases_jit_recipient ON request_releases (jit, recipient) WHERE recalled_at is null",
    "CREATE UNIQUE INDEX ix_request_releases_request_recipient ON request_releases (request, recipient) WHERE recalled_at is null",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Requests would be lost; restore a backup made before.")
