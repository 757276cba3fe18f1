"""The table of physical custody and its column `state` get the names that the code uses.

Revision: 0107, after 0106
"""

from typing import Final

from alembic import op

revision = "0107"
down_revision = "0106"
branch_labels = None
depends_on = None

CONSTRAINTS: Final = {
    "pk_whereabouts": "pk_physical_custody",
    "uq_whereabouts_jit_evidence": "uq_physical_custody_jit_evidence",
    "fk_whereabouts_jit_evidence": "fk_physical_custody_jit_evidence",
    "fk_whereabouts_jit_party": "fk_physical_custody_jit_party",
    "fk_whereabouts_jit_seat": "fk_physical_custody_jit_seat",
    "ck_whereabouts_changed_at_within": "ck_physical_custody_changed_at_within",
    "ck_whereabouts_custodian": "ck_physical_custody_custodian",
    "ck_whereabouts_seat": "ck_physical_custody_seat",
    "ck_whereabouts_standing": "ck_physical_custody_state",
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table whereabouts rename to physical_custody")
    op.execute("alter table physical_custody rename column standing to state")
    for old, new in CONSTRAINTS.items():
        op.execute(f"alter table physical_custody rename constraint {old} to {new}")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for old, new in CONSTRAINTS.items():
        op.execute(f"alter table physical_custody rename constraint {new} to {old}")
    op.execute("alter table physical_custody rename column state to standing")
    op.execute("alter table physical_custody rename to whereabouts")
