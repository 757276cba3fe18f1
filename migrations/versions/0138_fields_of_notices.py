"""Fields of INTERPOL notices: aliases and parents, thresholds of a Red Notice, and what the other colours ask for.

Revision: 0138, after 0137
"""

from alembic import op

revision = "0138"
down_revision = "0137"
branch_labels = None
depends_on = None

TEXTS = (
    "parents",
    "other_identifiers",
    "person_status",
    "exception_reason",
    "assessment_author",
    "assessment_basis",
    "object_data",
    "method_aim",
    "asset_aim",
    "regime",
)
LISTS = ("aliases", "sought", "assessment_grounds", "threat_from", "asset_measures")
ANSWERS = ("is_child", "is_publication_allowed", "is_reported", "is_exceptional")
STATEMENTS = (
    *(f"ALTER TABLE notice_contents ADD COLUMN {name} TEXT" for name in TEXTS),
    *(f"ALTER TABLE notice_contents ADD COLUMN {name} TEXT[] DEFAULT '{{}}' NOT NULL" for name in LISTS),
    *(f"ALTER TABLE notice_contents ADD COLUMN {name} BOOLEAN" for name in ANSWERS),
    "ALTER TABLE notice_contents ADD COLUMN max_penalty_years INTEGER",
    "ALTER TABLE notice_contents ADD COLUMN sentence_months INTEGER",
    """ALTER TABLE notice_contents
        ADD CONSTRAINT ck_notice_contents_max_penalty_years CHECK (max_penalty_years between 0 and 99)
    """,
    """ALTER TABLE notice_contents
        ADD CONSTRAINT ck_notice_contents_sentence_months CHECK (sentence_months between 0 and 1200)
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("The new fields of notices would be lost; restore a backup made before.")
