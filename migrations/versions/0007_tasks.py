"""Tasks, their links and comments; whose history an entry belongs to; entries that mention an exhibit.

`headers.about` names the object of which an entry tells the history, so that a task's is read by key. An audience row with
`mentions` speaks only to who sees that exhibit at the moment of reading: a mention of an invisible exhibit is none.

Revision: 0007, after 0006
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table tasks (
      id uuid not null constraint pk_tasks primary key,
      jit uuid not null,
      number text not null,
      title text not null,
      details text,
      priority text not null constraint ck_tasks_priority check (priority in ('low', 'normal', 'high', 'urgent')),
      state text not null constraint ck_tasks_state
        check (state in ('open', 'in_progress', 'blocked', 'done', 'cancelled')),
      state_reason text,
      assigner uuid not null,
      assigner_party uuid not null,
      assignee uuid not null,
      assignee_party uuid not null,
      due_at timestamptz,
      due_zone text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      state_changed_at timestamptz not null,
      party_since timestamptz not null,
      version integer not null default 1,
      constraint ck_tasks_due check ((due_at is null) = (due_zone is null)),
      constraint uq_tasks_jit_number unique (jit, number),
      constraint uq_tasks_jit_id unique (jit, id),
      constraint fk_tasks_jit_assigner foreign key (jit, assigner) references members (jit, id),
      constraint fk_tasks_jit_assignee foreign key (jit, assignee) references members (jit, id),
      constraint fk_tasks_jit_assigner_party foreign key (jit, assigner_party) references parties (jit, id),
      constraint fk_tasks_jit_assignee_party foreign key (jit, assignee_party) references parties (jit, id)
    )
    """,
    "create index ix_tasks_jit_due_at_id on tasks (jit, due_at, id)",
    "create index ix_tasks_assignee_due_at_id on tasks (assignee, due_at, id)",
    """
    create table task_links (
      task uuid not null,
      evidence uuid not null,
      jit uuid not null,
      linked_by uuid not null,
      linked_at timestamptz not null,
      constraint pk_task_links primary key (task, evidence),
      constraint fk_task_links_jit_task foreign key (jit, task) references tasks (jit, id),
      constraint fk_task_links_jit_evidence foreign key (jit, evidence) references evidence (jit, id),
      constraint fk_task_links_jit_linked_by foreign key (jit, linked_by) references members (jit, id)
    )
    """,
    "create index ix_task_links_evidence on task_links (evidence)",
    """
    create table task_comments (
      id uuid not null constraint pk_task_comments primary key,
      jit uuid not null,
      task uuid not null,
      seat uuid not null,
      text text not null,
      at timestamptz not null,
      constraint fk_task_comments_jit_task foreign key (jit, task) references tasks (jit, id),
      constraint fk_task_comments_jit_seat foreign key (jit, seat) references members (jit, id)
    )
    """,
    "create index ix_task_comments_task_id on task_comments (task, id)",
)

LEDGER = (
    "alter table headers add column about uuid",
    "create index ix_headers_about_entry on headers (about, entry)",
    "alter table entry_audience add column mentions uuid",
    "drop policy seen on entry_audience",
    "drop policy inserted on entry_audience",
)

# The coordinators see every task; the assigner's and the assignee's party by its leaders and members; others by name.
SEEN = """jit = asking_jit() and ('coordinator' = any (asking_roles()) or assigner = asking_seat() or assignee = asking_seat()
  or (asking_roles() && array['leader', 'member'] and asking_party() in (assigner_party, assignee_party)))"""
# Who changes a task: whoever set it, coordinates, or works on it. What each may change is the service's question.
CHANGED = """jit = asking_jit()
  and ('coordinator' = any (asking_roles()) or assigner = asking_seat() or assignee = asking_seat())"""
# A seat that has a task sits in the party that the task names. It is given one only while it is taken; but what is said of
# a task may be corrected, and the task called off or given to another, when the seat that has it has ended since.
BELONGS = """exists (select 1 from members m where m.jit = tasks.jit and m.id = tasks.assignee
  and m.party = tasks.assignee_party and {})"""
SITS = BELONGS.format("m.state = 'seated'")
SAT = BELONGS.format("m.state in ('seated', 'ended')")
_TASK = "exists (select 1 from tasks t where t.id = {table}.task and t.jit = {table}.jit{more})"
_HANDS = " and ('coordinator' = any (asking_roles()) or t.assigner = asking_seat() or t.assignee = asking_seat())"
# A party to which a task is handed over does not read what others said of it before.
_SINCE = (
    " and ('coordinator' = any (asking_roles()) or asking_party() = t.assigner_party or t.party_since <= task_comments.at"
    " or seat = asking_seat())"
)
_EXHIBIT = "exists (select 1 from evidence e where e.id = {table}.{key})"

POLICIES = (
    ("tasks", "select", f"using ({SEEN})"),
    (
        "tasks",
        "insert",
        (
            "with check (jit = asking_jit() and assigner = asking_seat() and assigner_party = asking_party()"
            f" and 'coordinator' = any (asking_roles()) and {SITS})"
        ),
    ),
    ("tasks", "update", f"using ({CHANGED}) with check ({CHANGED} and {SAT})"),
    (
        "task_links",
        "select",
        (
            f"using (jit = asking_jit() and {_TASK.format(table='task_links', more='')}"
            f" and {_EXHIBIT.format(table='task_links', key='evidence')})"
        ),
    ),
    (
        "task_links",
        "insert",
        (
            "with check (jit = asking_jit() and linked_by = asking_seat()"
            f" and {_TASK.format(table='task_links', more=_HANDS)}"
            f" and {_EXHIBIT.format(table='task_links', key='evidence')})"
        ),
    ),
    (
        "task_links",
        "delete",
        (
            f"using (jit = asking_jit() and {_TASK.format(table='task_links', more=_HANDS)}"
            f" and {_EXHIBIT.format(table='task_links', key='evidence')})"
        ),
    ),
    (
        "task_comments",
        "select",
        f"using (jit = asking_jit() and {_TASK.format(table='task_comments', more=_SINCE)})",
    ),
    (
        "task_comments",
        "insert",
        f"with check (jit = asking_jit() and seat = asking_seat() and {_TASK.format(table='task_comments', more='')})",
    ),
    (
        "entry_audience",
        "select",
        (
            "using (jit = asking_jit() and hears(party, level, authorities, seats, 1)"
            f" and (mentions is null or {_EXHIBIT.format(table='entry_audience', key='mentions')}))"
        ),
    ),
    (
        "entry_audience",
        "insert",
        (
            "with check (jit = asking_jit() and may_address(entry)"
            f" and (mentions is null or {_EXHIBIT.format(table='entry_audience', key='mentions')}))"
        ),
    ),
)
_NAMES = {"select": "seen", "insert": "inserted", "update": "updated", "delete": "deleted"}

GRANTS = (
    (
        "grant select, insert, update (title, details, priority, state, state_reason, assignee, assignee_party, due_at,"
        " due_zone, updated_at, state_changed_at, party_since, version) on tasks to liaison_app"
    ),
    "grant select, insert, delete on task_links to liaison_app",
    "grant select, insert on task_comments to liaison_app",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *LEDGER):
        op.execute(statement)
    for table in ("tasks", "task_links", "task_comments"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for table, act, rule in POLICIES:
        op.execute(f"create policy {_NAMES[act]} on {table} for {act} to liaison_app {rule}")
    for statement in GRANTS:
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Entries that mention an exhibit would be read by who may not know it; restore a backup.")
