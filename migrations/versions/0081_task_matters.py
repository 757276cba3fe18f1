"""Tasks of a decision or of a consent: rows that only who sees both ends can see, as it is with exhibits.

Of talk there is no such row: it would say that something was said, and outlive it.

Revision: 0081, after 0080
"""

from alembic import op

revision = "0081"
down_revision = "0080"
branch_labels = None
depends_on = None

TABLES = tuple(
    statement
    for table, column, of in (("task_decisions", "message", "messages"), ("task_consents", "consent", "consents"))
    for statement in (
        f"""
        create table {table} (
          task uuid not null,
          {column} uuid not null,
          jit uuid not null,
          linked_by uuid not null,
          linked_at timestamptz not null,
          constraint pk_{table} primary key (task, {column}),
          constraint fk_{table}_jit_task foreign key (jit, task) references tasks (jit, id),
          constraint fk_{table}_jit_{column} foreign key (jit, {column}) references {of} (jit, id),
          constraint fk_{table}_jit_linked_by foreign key (jit, linked_by) references members (jit, id)
        )
        """,
        f"create index ix_{table}_{column} on {table} ({column})",
    )
)
_TASK = "exists (select 1 from tasks t where t.id = {table}.task and t.jit = {table}.jit{more} offset 0)"
_HANDS = " and ('coordinator' = any (asking_roles()) or t.assigner = asking_seat() or t.assignee = asking_seat())"
_ENDS = {
    "task_decisions": (
        "exists (select 1 from messages m where m.id = task_decisions.message and m.jit = task_decisions.jit"
        " and m.kind = 'decision' offset 0)"
    ),
    "task_consents": (
        "exists (select 1 from consents c where c.id = task_consents.consent and c.jit = task_consents.jit offset 0)"
    ),
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("alter table consents add constraint uq_consents_jit_id unique (jit, id)")
    for statement in TABLES:
        op.execute(statement)
    for table, end in _ENDS.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"select guard_closed('{table}')")
        both = f"jit = asking_jit() and {_TASK.format(table=table, more='')} and {end}"
        hands = f"jit = asking_jit() and {_TASK.format(table=table, more=_HANDS)} and {end}"
        op.execute(f"create policy seen on {table} for select to liaison_app using ({both})")
        op.execute(
            f"create policy inserted on {table} for insert to liaison_app"
            f" with check (linked_by = asking_seat() and {hands})"
        )
        op.execute(f"create policy deleted on {table} for delete to liaison_app using ({hands})")
        op.execute(f"grant select, insert, delete on {table} to liaison_app")


def downgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for table in _ENDS:
        op.execute(f"drop table {table}")
    op.execute("alter table consents drop constraint uq_consents_jit_id")
