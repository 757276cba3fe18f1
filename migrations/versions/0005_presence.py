"""Who is here: what each server process says of the people at its sockets, and for how long its word counts.

Unlogged: the rows are worth nothing after a crash, and nothing waits for a disk. No foreign key to `members`, which would
lock a seat's row whenever somebody comes. Only the engine reads or writes them; people hear of each other by the live channel.

Revision: 0005, after 0004
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = (
    """
    create unlogged table leases (
      process uuid not null constraint pk_leases primary key,
      until timestamptz not null
    )
    """,
    """
    create unlogged table presences (
      process uuid not null constraint fk_presences_process_leases references leases (process) on delete cascade,
      seat uuid not null,
      jit uuid not null,
      since timestamptz not null,
      focus uuid,
      turned_at timestamptz not null,
      constraint pk_presences primary key (process, seat)
    )
    """,
    "create index ix_presences_jit on presences (jit)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in TABLES:
        op.execute(statement)
    for table in ("leases", "presences"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy seen on {table} for select to liaison_app using (false)")
        op.execute(f"create policy engine on {table} to liaison_engine using (true) with check (true)")
        op.execute(f"grant select, insert, update, delete on {table} to liaison_engine")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop table presences, leases")
