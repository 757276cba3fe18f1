"""Tasks in full: what another party gives is proposed; legal basis, language, checklist, what waits for what, and what repeats.

Only the assignee or a leader of its party accepts or declines what is proposed; whoever gives a task to another party gives it so,
a new assignee of another party too. What a coordinator may not see does not exist, so only coordinators say what waits for what,
and a circle is refused to nobody who could learn from it. A task that repeats has one successor, which says what it said.

Revision: 0060, after 0059
"""

from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None

TABLES = (
    """
    alter table tasks
      add column legal_basis text,
      add column language text,
      add column accepted_at timestamptz,
      add column accepted_by uuid,
      add column repeats text,
      add column repeats_from timestamp,
      add column repeats_zone text,
      add column occurrence integer,
      add column predecessor uuid,
      add column followed_at timestamptz,
      drop constraint ck_tasks_state
    """,
    # Whoever was given one before has it still. Forced row-level security would hide every row from the owner.
    "alter table tasks no force row level security",
    "update tasks set accepted_at = created_at",
    "alter table tasks force row level security",
    """
    alter table tasks
      add constraint ck_tasks_state
        check (state in ('proposed', 'declined', 'open', 'in_progress', 'blocked', 'done', 'cancelled')),
      add constraint ck_tasks_accepted check (
        case when state in ('proposed', 'declined') then accepted_at is null
             when state = 'cancelled' then true else accepted_at is not null end
        and (accepted_by is null or accepted_at is not null)),
      add constraint ck_tasks_repeats check (num_nulls(repeats, repeats_from, repeats_zone, occurrence) in (0, 4)),
      add constraint ck_tasks_repeats_due check (repeats is null or due_at is not null),
      add constraint uq_tasks_predecessor unique (predecessor),
      add constraint fk_tasks_jit_accepted_by foreign key (jit, accepted_by) references members (jit, id),
      add constraint fk_tasks_jit_predecessor foreign key (jit, predecessor) references tasks (jit, id)
    """,
    """
    create table task_items (
      id uuid not null constraint pk_task_items primary key,
      jit uuid not null,
      task uuid not null,
      text text not null,
      added_by uuid not null,
      added_at timestamptz not null,
      done_by uuid,
      done_at timestamptz,
      constraint ck_task_items_done check ((done_by is null) = (done_at is null)),
      constraint fk_task_items_jit_task foreign key (jit, task) references tasks (jit, id),
      constraint fk_task_items_jit_added_by foreign key (jit, added_by) references members (jit, id),
      constraint fk_task_items_jit_done_by foreign key (jit, done_by) references members (jit, id)
    )
    """,
    "create index ix_task_items_task_id on task_items (task, id)",
    """
    create table task_waits (
      task uuid not null,
      waits_for uuid not null,
      jit uuid not null,
      added_by uuid not null,
      added_at timestamptz not null,
      constraint pk_task_waits primary key (task, waits_for),
      constraint ck_task_waits_another check (task <> waits_for),
      constraint fk_task_waits_jit_task foreign key (jit, task) references tasks (jit, id),
      constraint fk_task_waits_jit_waits_for foreign key (jit, waits_for) references tasks (jit, id),
      constraint fk_task_waits_jit_added_by foreign key (jit, added_by) references members (jit, id)
    )
    """,
    "create index ix_task_waits_waits_for on task_waits (waits_for)",
)

FUNCTIONS = (
    # What the application writes of a task. Everything else about who changes what of it is the service's question.
    """
    create function keep_task() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      oversees boolean := 'coordinator' = any (asking_roles()) or new.assigner = asking_seat();
      receives boolean := new.assignee = asking_seat()
        or ('leader' = any (asking_roles()) and new.assignee_party = asking_party());
      own boolean := new.assignee_party is not distinct from asking_party();
      p tasks;
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if tg_op = 'INSERT' and new.predecessor is not null then
        select * into p from tasks t where t.jit = new.jit and t.id = new.predecessor;
        if not found or p.state not in ('done', 'cancelled') or new.occurrence <= p.occurrence
           or new.due_at <= statement_timestamp() or new.due_zone is distinct from p.repeats_zone
           or new.state <> (case when p.accepted_at is null then 'proposed' else 'open' end)
           or (new.title, new.details, new.priority, new.legal_basis, new.language, new.assigner, new.assigner_party,
               new.assignee, new.assignee_party, new.accepted_at, new.accepted_by, new.repeats, new.repeats_from,
               new.repeats_zone)
              is distinct from
              (p.title, p.details, p.priority, p.legal_basis, p.language, p.assigner, p.assigner_party,
               p.assignee, p.assignee_party, p.accepted_at, p.accepted_by, p.repeats, p.repeats_from, p.repeats_zone) then
          raise exception 'this is not what repeats' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end if;
      if tg_op = 'INSERT' or new.assignee is distinct from old.assignee then
        if not oversees or new.accepted_by is not null
           or new.state <> (case when own then 'open' else 'proposed' end) or own <> (new.accepted_at is not null) then
          raise exception 'what another party gives is proposed' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end if;
      if new.accepted_at is distinct from old.accepted_at or new.accepted_by is distinct from old.accepted_by then
        if not (receives and old.state = 'proposed' and new.state = 'open' and new.accepted_at is not null
                and new.accepted_by is not distinct from asking_seat()) then
          raise exception 'its assignee or a leader of its party accepts it' using errcode = 'insufficient_privilege';
        end if;
      elsif old.state = 'proposed' and new.state = 'declined' then
        if not receives then
          raise exception 'its assignee or a leader of its party declines it' using errcode = 'insufficient_privilege';
        end if;
      elsif old.state <> new.state and old.accepted_at is null and not oversees then
        raise exception 'nobody accepted it yet' using errcode = 'insufficient_privilege';
      end if;
      if not oversees and new.assignee is distinct from asking_seat() and (
           old.state <> 'proposed'
           or to_jsonb(new) - array['state', 'state_reason', 'state_changed_at', 'accepted_at', 'accepted_by', 'updated_at', 'version']
              <> to_jsonb(old) - array['state', 'state_reason', 'state_changed_at', 'accepted_at', 'accepted_by', 'updated_at', 'version']
         ) then
        raise exception 'a leader accepts or declines, and no more' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,
    "create trigger kept before insert or update on tasks for each row execute function keep_task()",
    # One at a time in a team: two who add at once would each see no circle.
    """
    create function refuse_waiting_in_a_circle() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('liaison-waits ' || new.jit::text, 0));
      if exists (
        with recursive behind (task) as (
          select new.waits_for union
          select w.waits_for from task_waits w join behind b on w.task = b.task
        ) select 1 from behind where task = new.task) then
        raise exception 'tasks wait in a circle' using errcode = 'check_violation';
      end if;
      return new;
    end $$
    """,
    """
    create trigger no_circle before insert on task_waits for each row execute function refuse_waiting_in_a_circle()
    """,
    "revoke all on function keep_task, refuse_waiting_in_a_circle from public",
)

_HANDS = "('coordinator' = any (asking_roles()) or {t}assigner = asking_seat() or {t}assignee = asking_seat())"
_LEADS = "('leader' = any (asking_roles()) and assignee_party = asking_party())"
CHANGED = f"jit = asking_jit() and ({_HANDS.format(t='')} or {_LEADS})"
SITS = """exists (select 1 from members m where m.jit = tasks.jit and m.id = tasks.assignee
  and m.party = tasks.assignee_party and m.state {})"""
SAT = SITS.format("<> 'proposed'")
GIVEN = f"""jit = asking_jit() and {SITS.format("= 'seated'")}
  and ((assigner = asking_seat() and assigner_party = asking_party() and 'coordinator' = any (asking_roles()))
       or (predecessor is not null and {_HANDS.format(t="")}))"""
_SEES = "exists (select 1 from tasks t where t.jit = {table}.jit and t.id = {table}.{key}{more})"
# Who works on it, once it is somebody's work, and who oversees it; of what is over nothing changes.
_WORKS = """ and t.state not in ('done', 'cancelled') and ('coordinator' = any (asking_roles()) or t.assigner = asking_seat()
  or (t.assignee = asking_seat() and t.accepted_at is not null))"""
_OF_ITEM = _SEES.format(table="task_items", key="task", more="")
_ITS_WORKER = _SEES.format(table="task_items", key="task", more=_WORKS)
# What a successor takes over comes with it.
_ANEW = _SEES.format(
    table="task_items", key="task", more=" and t.predecessor is not null and t.version = 1 and " + _HANDS.format(t="t.")
)
_BOTH = " and ".join(_SEES.format(table="task_waits", key=key, more="") for key in ("task", "waits_for"))

POLICIES = (
    f"create policy seen on task_items for select to liaison_app using (jit = asking_jit() and {_OF_ITEM})",
    f"""create policy inserted on task_items for insert to liaison_app
      with check (jit = asking_jit() and added_by = asking_seat() and done_by is null and ({_ITS_WORKER} or {_ANEW}))""",
    f"""create policy updated on task_items for update to liaison_app using (jit = asking_jit() and {_ITS_WORKER})
      with check (jit = asking_jit() and (done_by is null or done_by = asking_seat()))""",
    f"create policy deleted on task_items for delete to liaison_app using (jit = asking_jit() and {_ITS_WORKER})",
    f"create policy seen on task_waits for select to liaison_app using (jit = asking_jit() and {_BOTH})",
    f"""create policy inserted on task_waits for insert to liaison_app with check (jit = asking_jit()
      and added_by = asking_seat() and 'coordinator' = any (asking_roles()) and {_BOTH})""",
    f"""create policy deleted on task_waits for delete to liaison_app
      using (jit = asking_jit() and 'coordinator' = any (asking_roles()) and {_BOTH})""",
    f"alter policy inserted on tasks with check ({GIVEN})",
    f"alter policy updated on tasks using ({CHANGED}) with check ({CHANGED} and {SAT})",
    # As in 0029, but for a task that is nobody's work yet.
    """
    alter policy inserted on working_sessions with check (jit = asking_jit() and seat = asking_seat() and ended_at is null
      and begun_at > statement_timestamp() - interval '1 minute' and begun_at < statement_timestamp() + interval '1 minute'
      and (task is null or exists (select 1 from tasks t where t.id = working_sessions.task and t.assignee = asking_seat()
                                   and t.state in ('open', 'in_progress', 'blocked'))))
    """,
    (
        "grant update (legal_basis, language, accepted_at, accepted_by, repeats, repeats_from, repeats_zone, occurrence,"
        " followed_at)"
        " on tasks to liaison_app"
    ),
    "grant select, insert, delete, update (done_by, done_at) on task_items to liaison_app",
    "grant select, insert, delete on task_waits to liaison_app",
)
#: What a checklist says may be of people: erasable, as in ledger/erasable.py.
ERASABLE = ("item_added", "item_removed", "item_ticked", "item_unticked")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)
    for table in ("task_items", "task_waits"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for statement in POLICIES:
        op.execute(statement)
    asked = "select pg_get_functiondef('is_erasable(text, text)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(asked).scalar_one()
    kinds = "".join(f"WHEN 'task.{one}'::text THEN (field = 'text'::text) " for one in ERASABLE)
    for former, now in (
        ("ARRAY['details'::text, 'title'::text]", "ARRAY['details'::text, 'items'::text, 'title'::text]"),
        ("ELSE false", f"{kinds}ELSE false"),
    ):
        assert said.count(former) == 1, said
        said = said.replace(former, now)
    op.execute(said)


def downgrade() -> None:
    raise RuntimeError(
        "What was proposed would be open, and checklists and what waits be lost; restore a backup made before."
    )
