"""Hearings and assessments of admissibility that relied on values of the reference data.

Revision: 0178, after 0185
"""

from alembic import op

revision = "0178"
down_revision = "0185"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table reference_uses alter column request drop not null",
    "alter table reference_uses add column court_hearing uuid, add column admissibility uuid",
    "alter table reference_uses drop constraint uq_reference_uses_use",
    "alter table reference_uses drop constraint ck_reference_uses_purpose",
    "alter table reference_uses drop constraint ck_reference_uses_decision",
    """alter table reference_uses
        add constraint uq_reference_uses_use unique nulls not distinct
            (request, purpose, deadline, kind, key, field, court_hearing, admissibility),
        add constraint fk_reference_uses_jit_court_hearing foreign key (jit, court_hearing)
            references hearings (jit, id) on delete cascade,
        add constraint fk_reference_uses_jit_admissibility foreign key (jit, admissibility)
            references admissibilities (jit, id),
        add constraint ck_reference_uses_object check (num_nonnulls(request, court_hearing, admissibility) = 1),
        add constraint ck_reference_uses_purpose check (
            case when request is not null then purpose in ('request', 'form', 'deadline')
                 when court_hearing is not null then purpose = 'hearing' else purpose = 'admissibility' end),
        add constraint ck_reference_uses_decision check (
            case when request is not null then decision in ('recomputed', 'kept', 'acknowledged')
                 when court_hearing is not null then decision in ('confirmed', 'removed') else decision is null end)
    """,
    "create index ix_reference_uses_jit_court_hearing on reference_uses (jit, court_hearing)",
    "create index ix_reference_uses_jit_admissibility on reference_uses (jit, admissibility)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Uses by hearings and assessments would be lost; restore a backup made before.")
