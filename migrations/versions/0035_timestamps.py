"""Time stamps of checkpoints: a token beside the checkpoint that it is over, insert-only; two more alarms.

Revision: 0035, after 0034
"""

from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

TABLE = """
    create table timestamps (
      id uuid not null constraint pk_timestamps primary key,
      jit uuid not null,
      checkpoint bigint not null,
      authority text not null,
      token bytea not null,
      at timestamptz not null,
      received_at timestamptz not null,
      constraint uq_timestamps_jit_checkpoint_authority unique (jit, checkpoint, authority),
      constraint fk_timestamps_jit_checkpoint foreign key (jit, checkpoint) references checkpoints (jit, id)
    )
"""
_ALARMS = "alter table alarms add constraint ck_alarms_what check (what in ({}))"
_FORMER = "'promise', 'sequencing', 'signing', 'recomputation'"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(TABLE)
    op.execute("create index ix_timestamps_jit_authority_id on timestamps (jit, authority, id)")
    op.execute("alter table timestamps enable row level security")
    op.execute("alter table timestamps force row level security")
    op.execute("create policy seen on timestamps for select to liaison_app using (jit = asking_jit())")
    op.execute("create policy engine on timestamps to liaison_engine using (true) with check (true)")
    op.execute("grant select on timestamps to liaison_app")
    op.execute("grant select, insert on timestamps to liaison_engine")
    for trigger, occasion, each in (
        ("insert_only", "update or delete", "row"),
        ("no_truncate", "truncate", "statement"),
    ):
        op.execute(
            f"create trigger {trigger} before {occasion} on timestamps for each {each} execute function refuse_change()"
        )
        op.execute(f"alter table timestamps enable always trigger {trigger}")
    op.execute("alter table alarms drop constraint ck_alarms_what")
    op.execute(_ALARMS.format(f"{_FORMER}, 'timestamp', 'clock'"))


def downgrade() -> None:
    op.execute("drop table timestamps")
    op.execute("delete from alarms where what in ('timestamp', 'clock')")
    op.execute("alter table alarms drop constraint ck_alarms_what")
    op.execute(_ALARMS.format(_FORMER))
