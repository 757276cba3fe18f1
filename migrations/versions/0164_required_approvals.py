"""Approvals that a party requires before it shares or sends an exhibit or a legal request.

Revision: 0164, after 0163
"""

from alembic import op

revision = "0164"
down_revision = "0163"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table required_approvals (
      id uuid not null,
      jit uuid not null,
      party uuid not null,
      evidence uuid,
      request uuid,
      approver text not null,
      reason text not null,
      set_by uuid not null,
      set_at timestamp with time zone not null,
      lifted_by uuid,
      lifted_at timestamp with time zone,
      lift_reason text,
      constraint pk_required_approvals primary key (id),
      constraint fk_required_approvals_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_required_approvals_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_required_approvals_jit_request foreign key (jit, request) references requests (jit, id),
      constraint fk_required_approvals_jit_set_by foreign key (jit, set_by) references members (jit, id),
      constraint fk_required_approvals_jit_lifted_by foreign key (jit, lifted_by) references members (jit, id),
      constraint ck_required_approvals_subject check ((evidence is null) <> (request is null)),
      constraint ck_required_approvals_lifted
        check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null)),
      constraint ck_required_approvals_set_at_within
        check (set_at >= '1900-01-01 00:00:00+00:00' and set_at < '2200-01-01 00:00:00+00:00'),
      constraint ck_required_approvals_lifted_at_within
        check (lifted_at >= '1900-01-01 00:00:00+00:00' and lifted_at < '2200-01-01 00:00:00+00:00')
    )
    """,
    "create index ix_required_approvals_jit_party on required_approvals (jit, party) where lifted_at is null",
    "create index ix_required_approvals_evidence on required_approvals (evidence)",
    "create index ix_required_approvals_request on required_approvals (request)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Required approvals would be lost; restore a backup made before.")
