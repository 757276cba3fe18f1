"""Witnesses: whom a party names to cosign the ledger's checkpoints, what each of them cosigned, and how it stands with it.

A leader names one for its own party, and takes it back; nothing of a naming is changed. Cosignatures are entered by the engine,
insert-only like the checkpoints that they stand under, and open to the team.

Revision: 0037, after 0036
"""

from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table witnesses (
      id uuid not null constraint pk_witnesses primary key,
      jit uuid not null,
      party uuid not null,
      vkey text not null,
      url text not null,
      named_by uuid not null,
      named_at timestamptz not null,
      removed_at timestamptz,
      constraint uq_witnesses_jit_id unique (jit, id),
      constraint uq_witnesses_jit_vkey unique (jit, vkey),
      constraint fk_witnesses_jit_party foreign key (jit, party) references parties (jit, id),
      constraint fk_witnesses_jit_named_by foreign key (jit, named_by) references members (jit, id)
    )
    """,
    "create unique index ix_witnesses_party on witnesses (jit, party) where removed_at is null",
    """
    create table witness_states (
      witness uuid not null constraint pk_witness_states primary key,
      jit uuid not null,
      size bigint not null default 0,
      cosigned_at timestamptz,
      tried_at timestamptz not null,
      failing_since timestamptz,
      failure text constraint ck_witness_states_failure
        check (failure in ('unreachable', 'unknown', 'refused', 'wrong', 'ahead', 'fork')),
      constraint ck_witness_states_failing check ((failure is null) = (failing_since is null)),
      constraint fk_witness_states_jit_witness foreign key (jit, witness) references witnesses (jit, id)
    )
    """,
    """
    create table cosignatures (
      jit uuid not null,
      checkpoint bigint not null,
      witness uuid not null,
      at timestamptz not null,
      line text not null,
      constraint pk_cosignatures primary key (jit, checkpoint, witness),
      constraint fk_cosignatures_jit_checkpoint foreign key (jit, checkpoint) references checkpoints (jit, id),
      constraint fk_cosignatures_jit_witness foreign key (jit, witness) references witnesses (jit, id)
    )
    """,
    "alter table alarms drop constraint ck_alarms_what",
    """
    alter table alarms add constraint ck_alarms_what
      check (what in ('promise', 'sequencing', 'signing', 'recomputation', 'timestamp', 'clock', 'witness'))
    """,
)
OWN = "jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles())"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    for table in ("witnesses", "witness_states", "cosignatures"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy seen on {table} for select to liaison_app using (jit = asking_jit())")
        op.execute(f"create policy engine on {table} to liaison_engine using (true) with check (true)")
        op.execute(f"grant select on {table} to liaison_app, liaison_engine")
    op.execute(
        f"create policy inserted on witnesses for insert to liaison_app"
        f" with check ({OWN} and named_by = asking_seat() and removed_at is null)"
    )
    op.execute(
        f"create policy updated on witnesses for update to liaison_app using ({OWN} and removed_at is null)"
        f" with check ({OWN} and removed_at is not null)"
    )
    op.execute("grant insert, update (removed_at) on witnesses to liaison_app")
    op.execute("grant insert, update on witness_states to liaison_engine")
    op.execute("grant insert on cosignatures to liaison_engine")
    for name, acts, each in (("insert_only", "update or delete", "row"), ("no_truncate", "truncate", "statement")):
        op.execute(
            f"create trigger {name} before {acts} on cosignatures for each {each} execute function refuse_change()"
        )
        op.execute(f"alter table cosignatures enable always trigger {name}")


def downgrade() -> None:
    raise RuntimeError("Cosignatures would be lost; restore a backup made before.")
