"""How the provider assesses an exhibit; which handling text (H3) a seat has acknowledged.

The evaluation stands with what is known from `readable` on. An acknowledgement is of one text, by its hash: a changed text
asks again.

Revision: 0010, after 0009
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

EVALUATION = """
    alter table provenances
      add column evaluation_source text not null default 'X'
        constraint ck_provenances_evaluation_source check (evaluation_source in ('A', 'B', 'C', 'X')),
      add column evaluation_information text not null default '4'
        constraint ck_provenances_evaluation_information check (evaluation_information in ('1', '2', '3', '4')),
      add column evaluation_scheme text,
      add column evaluation_value text,
      add constraint ck_provenances_evaluation_original
        check ((evaluation_scheme is null) = (evaluation_value is null))
"""
ACKNOWLEDGEMENTS = """
    create table acknowledgements (
      evidence uuid not null,
      seat uuid not null,
      text_sha256 bytea not null constraint ck_acknowledgements_sha256 check (octet_length(text_sha256) = 32),
      jit uuid not null,
      acknowledged_at timestamptz not null,
      constraint pk_acknowledgements primary key (evidence, seat, text_sha256),
      constraint fk_acknowledgements_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_acknowledgements_jit_seat foreign key (jit, seat) references members (jit, id)
    )
"""
# A seat acknowledges for itself, what it may read.
OWN = "jit = asking_jit() and seat = asking_seat()"
READABLE = (
    "exists (select 1 from provenances p where p.jit = acknowledgements.jit and p.evidence = acknowledgements.evidence)"
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(EVALUATION)
    op.execute(ACKNOWLEDGEMENTS)
    op.execute("alter table acknowledgements enable row level security")
    op.execute("alter table acknowledgements force row level security")
    op.execute(f"create policy seen on acknowledgements for select to liaison_app using ({OWN})")
    op.execute(
        f"create policy inserted on acknowledgements for insert to liaison_app with check ({OWN} and {READABLE})"
    )
    op.execute("grant select, insert on acknowledgements to liaison_app")
    op.execute(
        "grant update (handling_text, evaluation_source, evaluation_information, evaluation_scheme, evaluation_value)"
        " on provenances to liaison_app"
    )


def downgrade() -> None:
    raise RuntimeError("Acknowledgements and evaluations would be lost; restore a backup made before.")
