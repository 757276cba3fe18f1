"""Weights of physical items, in grams.

Revision: 0150, after 0148
"""

from alembic import op

revision = "0150"
down_revision = "0148"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(
        "ALTER TABLE provenances ADD COLUMN weight_grams BIGINT"
        " CONSTRAINT ck_provenances_weight_grams CHECK (weight_grams > 0)"
    )


def downgrade() -> None:
    raise RuntimeError("Weights of exhibits would be lost; restore a backup made before.")
