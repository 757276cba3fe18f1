"""Values entered in the forms of legal requests.

Revision: 0127, after 0126
"""

from alembic import op

revision = "0127"
down_revision = "0126"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE request_forms (
        request UUID NOT NULL,
        jit UUID NOT NULL,
        party UUID NOT NULL,
        form TEXT NOT NULL,
        form_version TEXT NOT NULL,
        filled JSONB NOT NULL,
        updated_by UUID NOT NULL,
        updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
        version INTEGER DEFAULT 1 NOT NULL,
        CONSTRAINT pk_request_forms PRIMARY KEY (request),
        CONSTRAINT fk_request_forms_jit_request FOREIGN KEY(jit, request) REFERENCES requests (jit, id),
        CONSTRAINT fk_request_forms_jit_party FOREIGN KEY(jit, party) REFERENCES parties (jit, id),
        CONSTRAINT fk_request_forms_jit_updated_by FOREIGN KEY(jit, updated_by) REFERENCES members (jit, id),
        CONSTRAINT ck_request_forms_filled CHECK (jsonb_typeof(filled) = 'object'),
        CONSTRAINT ck_request_forms_updated_at_within CHECK (updated_at >= '1900-01-01 00:00:00+00:00' and updated_at < '2200-01-01 00:00:00+00:00')
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Values of forms would be lost; restore a backup made before.")
