"""Steps of transmission, papers, results and links of legal requests.

Revision: 0125, after 0124
"""

from alembic import op

revision = "0125"
down_revision = "0124"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE request_transmissions (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        request UUID NOT NULL,
        party UUID NOT NULL,
        seat UUID NOT NULL,
        authority TEXT NOT NULL,
        country TEXT,
        contact TEXT,
        channel TEXT,
        receipt TEXT,
        arrived_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_request_transmissions PRIMARY KEY (id),
        CONSTRAINT fk_request_transmissions_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_transmissions_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_transmissions_jit_seat FOREIGN KEY(jit, seat) REFERENCES members (jit, id),
        CONSTRAINT ck_request_transmissions_country CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT ck_request_transmissions_arrived CHECK (arrived_at <= recorded_at + clock_skew()),
        CONSTRAINT ck_request_transmissions_arrived_at_within CHECK (arrived_at >= '1900-01-01 00:00:00+00:00' and arrived_at < '2200-01-01 00:00:00+00:00'),
        CONSTRAINT ck_request_transmissions_recorded_at_within CHECK (recorded_at >= '1900-01-01 00:00:00+00:00' and recorded_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_transmissions_request_id ON request_transmissions (request, id)",
    """CREATE TABLE request_papers (
        request UUID NOT NULL,
        evidence UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        kind TEXT NOT NULL,
        added_by UUID NOT NULL,
        added_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_request_papers PRIMARY KEY (request, evidence),
        CONSTRAINT fk_request_papers_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_papers_jit_evidence FOREIGN KEY(jit, evidence) REFERENCES evidence (jit, id),
        CONSTRAINT fk_request_papers_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_papers_jit_added_by FOREIGN KEY(jit, added_by) REFERENCES members (jit, id),
        CONSTRAINT ck_request_papers_kind CHECK (kind in ('form', 'translation', 'annex', 'receipt', 'decision', 'notification', 'answer')),
        CONSTRAINT ck_request_papers_added_at_within CHECK (added_at >= '1900-01-01 00:00:00+00:00' and added_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_papers_evidence ON request_papers (evidence)",
    """CREATE TABLE request_results (
        id UUID NOT NULL,
        jit UUID NOT NULL,
        request UUID NOT NULL,
        item UUID,
        evidence UUID NOT NULL,
        party UUID NOT NULL,
        linked_by UUID NOT NULL,
        linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_request_results PRIMARY KEY (id),
        CONSTRAINT uq_request_results_request_item_evidence UNIQUE NULLS NOT DISTINCT (request, item, evidence),
        CONSTRAINT fk_request_results_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_results_request_item FOREIGN KEY(request, item) REFERENCES request_items (request, id),
        CONSTRAINT fk_request_results_jit_evidence FOREIGN KEY(jit, evidence) REFERENCES evidence (jit, id),
        CONSTRAINT fk_request_results_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_results_jit_linked_by FOREIGN KEY(jit, linked_by) REFERENCES members (jit, id),
        CONSTRAINT ck_request_results_linked_at_within CHECK (linked_at >= '1900-01-01 00:00:00+00:00' and linked_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_results_evidence ON request_results (evidence)",
    """CREATE TABLE request_links (
        request UUID NOT NULL,
        earlier UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        relation TEXT NOT NULL,
        linked_by UUID NOT NULL,
        linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_request_links PRIMARY KEY (request, earlier),
        CONSTRAINT fk_request_links_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_links_jit_earlier FOREIGN KEY(jit, earlier) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_links_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_links_jit_linked_by FOREIGN KEY(jit, linked_by) REFERENCES members (jit, id),
        CONSTRAINT ck_request_links_relation CHECK (relation in ('production', 'extension', 'reminder', 'replacement', 'other')),
        CONSTRAINT ck_request_links_another CHECK (request <> earlier),
        CONSTRAINT ck_request_links_linked_at_within CHECK (linked_at >= '1900-01-01 00:00:00+00:00' and linked_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "CREATE INDEX ix_request_links_earlier ON request_links (earlier)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Papers and results would be lost; restore a backup made before.")
