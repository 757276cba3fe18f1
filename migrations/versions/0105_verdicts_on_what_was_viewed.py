"""Verdicts on what was viewed, a sample that the team agrees on, and a controller whom somebody else designates or confirms.

A page that was delivered to a reviewer, within an opening for its verdict, is a row of `viewings`. A controller who designated
herself is none before a leader of another party confirmed it: such a designation of before waits too.

Revision: 0105, after 0104
"""

from alembic import op

revision = "0105"
down_revision = "0104"
branch_labels = None
depends_on = None

_WITHIN = "check ({0} >= '1900-01-01 00:00:00+00' and {0} < '2200-01-01 00:00:00+00')"
TABLES = (
    f"""
    create table viewings (
      opening uuid not null constraint fk_viewings_opening references openings (id),
      file uuid not null,
      jit uuid not null,
      evidence uuid not null,
      seat uuid not null,
      viewed_at timestamptz not null,
      constraint pk_viewings primary key (opening, file),
      constraint fk_viewings_jit_evidence_file foreign key (jit, evidence, file) references files (jit, evidence, id),
      constraint fk_viewings_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint ck_viewings_viewed_at_within {_WITHIN.format("viewed_at")}
    )
    """,
    "create index ix_viewings_evidence_seat on viewings (evidence, seat)",
    """
    alter table jits add column review_sample integer not null default 50
      constraint ck_jits_review_sample check (review_sample between 10 and 10000)
    """,
    f"""
    create table controller_confirmations (
      controller uuid not null constraint pk_controller_confirmations primary key
        constraint fk_controller_confirmations_controller references controllers (id),
      jit uuid not null,
      confirmed_by uuid not null,
      confirmed_at timestamptz not null,
      constraint fk_controller_confirmations_jit_confirmed_by foreign key (jit, confirmed_by) references members (jit, id),
      constraint ck_controller_confirmations_confirmed_at_within {_WITHIN.format("confirmed_at")}
    )
    """,
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What was viewed and confirmed would be lost; restore a backup made before.")
