"""What is done on an action day stands in the ledger, past the services too; and it goes its course, in time.

Each row demands an entry of its kind about it in the same transaction (as 0061 does of other tables). A day and an action go from state to
state as `access/operation_states.py` has it; an action does so by a move that says when, not before the move before it. What is said
to have happened happened while there was the day. Nothing of a day enters a team in its trial phase.

Revision: 0076, after 0075
"""

from alembic import op

revision = "0076"
down_revision = "0075"
branch_labels = None
depends_on = None

#: As in access/operation_states.py: former, state, by a leader, on a live day alone, with a reason.
STEPS = (
    ("planned", "ready", False, False, False),
    ("ready", "planned", False, False, False),
    ("ready", "go", True, True, False),
    ("go", "ready", True, True, True),
    ("go", "executing", False, True, False),
    ("executing", "done", False, True, False),
    ("done", "executing", False, True, True),
    ("planned", "aborted", False, False, True),
    ("ready", "aborted", False, False, True),
    ("go", "aborted", False, False, True),
    ("executing", "aborted", False, False, True),
    ("aborted", "planned", True, False, True),
)
COURSE = (
    ("draft", "planned"),
    ("draft", "closed"),
    ("planned", "live"),
    ("planned", "closed"),
    ("live", "planned"),
    ("live", "closed"),
)


def _rows(rows: tuple[tuple[object, ...], ...]) -> str:
    said = ((f"'{one}'" if isinstance(one, str) else str(one).lower() for one in row) for row in rows)
    return ", ".join(f"({', '.join(row)})" for row in said)


_TELLS = "old.title, old.kind, old.h_at, old.h_zone, old.parties"
_NOW = "({0} between statement_timestamp() - interval '1 minute' and statement_timestamp() + interval '1 minute')"
FUNCTIONS = (
    f"""
    create function action_steps() returns table (former text, state text, led boolean, live boolean, reasoned boolean)
      language sql immutable set search_path = public, pg_temp
    begin atomic
      values {_rows(STEPS)};
    end
    """,
    f"""
    create function keep_course() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if exists (select 1 from unnest(new.parties) one where not one = any (coalesce(old.parties, '{{}}')) and not exists (
                   select 1 from parties p where p.jit = new.jit and p.id = one and p.kind in ('member_state', 'eu_body'))) then
        raise exception 'who takes part is of the Union' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'INSERT' then return new; end if;
      if old.state = 'closed' or not old.parties <@ new.parties
         or old.state <> new.state and (old.state, new.state) not in ({_rows(COURSE)})
         or old.state = 'live' and ({_TELLS}) is distinct from ({_TELLS.replace("old", "new")}) then
        raise exception 'an action day goes its course' using errcode = 'insufficient_privilege';
      end if;
      if new.state = 'live' and new.live_at is null
         or new.live_at is distinct from old.live_at and not (
              old.live_at is null and old.state = 'planned' and new.state = 'live' and {_NOW.format("new.live_at")})
         or not {_NOW.format("new.closed_at")} then
        raise exception 'a day begins and ends when it does' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$
    """,  # noqa: S608 - constants of this file
    """
    create function keep_action() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if new.state = old.state then
        if new.since_at <> old.since_at then
          raise exception 'an action is in its state since it came to it' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end if;
      if not exists (select 1 from action_steps() s where s.former = old.state and s.state = new.state
                       and (not s.led or 'leader' = any (asking_roles()))) then
        raise exception 'an action goes step by step' using errcode = 'insufficient_privilege';
      end if;
      if new.since_at < old.since_at - interval '30 seconds' or new.since_at > statement_timestamp() + interval '1 minute' then
        raise exception 'an action moves after it moved before' using errcode = 'check_violation';
      end if;
      return new;
    end $$
    """,
    # A new state is a move, and a move is a new state: each of this very transaction.
    """
    create function demand_moved() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      m action_moves;
    begin
      if session_user not in ('liaison_app', 'liaison_engine') then return null; end if;
      if tg_table_name = 'action_moves' then
        if not exists (select 1 from actions a where a.jit = new.jit and a.id = new.action and a.xmin = pg_current_xact_id()::xid
                          and a.state = new.state and a.since_at = new.occurred_at) then
          raise exception 'a move brings its action somewhere' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end if;
      select * into m from action_moves v where v.jit = new.jit and v.action = new.id and v.xmin = pg_current_xact_id()::xid
        and v.former = old.state and v.state = new.state and v.occurred_at = new.since_at;
      if not found then
        raise exception 'an action moves by a move' using errcode = 'insufficient_privilege';
      end if;
      if exists (select 1 from action_steps() s join operations o on o.jit = new.jit and o.id = new.operation
                  where s.former = old.state and s.state = new.state
                    and (s.reasoned and m.reason is null
                         or s.live and (o.live_at is null or o.state = 'planned' or m.occurred_at < o.live_at))) then
        raise exception 'an action goes step by step' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    # As the services have it: thirty seconds are a client's clock; after a day is closed, what happened before is still said.
    """
    create function keep_occurred() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      o operations;
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if tg_table_name = 'operation_reports' then
        select d.* into o from operations d where d.id = new.operation;
      else
        select d.* into o from operations d join actions a on a.operation = d.id where a.id = new.action;
      end if;
      if new.occurred_at < o.created_at - interval '30 seconds' or new.occurred_at > o.closed_at then
        raise exception 'it happened while there was the day' using errcode = 'check_violation';
      end if;
      return new;
    end $$
    """,
    # Its first argument: kinds of entries; then the name under which one of them names the row, and the column that is named.
    """
    create function demand_entered_about() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user in ('liaison_app', 'liaison_engine') and not exists (
        select 1 from pending q join headers h on h.entry = q.entry
         where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.kind = any (tg_argv[0]::text[])
           and h.subject::jsonb ->> tg_argv[1] = to_jsonb(new) ->> tg_argv[2]) then
        raise exception 'what is done on an action day stands in its ledger' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
)
#: Which act on which table, the kinds of its entry, under which name it names the row, and by which column.
ENTERED = (
    ("operations", "insert", None, "operation.planned", "operation", "id"),
    (
        "operations",
        "update of state",
        "old.state is distinct from new.state",
        "operation.planned,operation.state_changed",
        "operation",
        "id",
    ),
    (
        "operations",
        "update",
        f"({_TELLS}) is distinct from ({_TELLS.replace('old', 'new')})",
        "operation.changed",
        "operation",
        "id",
    ),
    ("operation_words", "insert or update", None, "operation.word_given", "operation", "operation"),
    ("operation_reports", "insert", None, "operation.reported", "report", "id"),
    ("actions", "insert", None, "action.planned", "action", "id"),
    ("actions", "update of sharing", "old.sharing is distinct from new.sharing", "action.shared", "action", "id"),
    ("action_plans", "insert", None, "action.planned", "action", "action"),
    ("action_plans", "update", None, "action.changed,action.shared", "action", "action"),
    ("action_moves", "insert", None, "action.moved", "action", "action"),
    ("action_results", "insert", None, "action.result_recorded", "result", "id"),
    ("result_links", "insert", None, "action.result_linked", "result", "result"),
    ("protected", "insert", None, "protected.entered", "protected", "id"),
    ("protected", "update", None, "protected.lifted", "protected", "id"),
    ("media_lines", "insert or update", None, "media_line.written", "operation", "operation"),
    ("media_approvals", "insert", None, "media_line.approved", "operation", "operation"),
    ("debriefs", "insert or update", None, "operation.debriefed", "operation", "operation"),
)
DEFERRED = "create constraint trigger {name} after {act} on {table} deferrable initially deferred for each row {when} execute function {what}"
KEPT = (
    "create trigger course before insert or update on operations for each row execute function keep_course()",
    "create trigger course before update on actions for each row execute function keep_action()",
    *(
        f"create trigger occurred before insert on {table} for each row execute function keep_occurred()"
        for table in ("action_moves", "operation_reports", "action_results")
    ),
    DEFERRED.format(
        name="by_a_move",
        act="update of state",
        table="actions",
        when="when (old.state is distinct from new.state)",
        what="demand_moved()",
    ),
    DEFERRED.format(name="by_a_move", act="insert", table="action_moves", when="", what="demand_moved()"),
    *(
        f"create trigger operational before insert on {table} for each statement execute function refuse_after_operations()"
        for table in ("operations", "actions", "protected")
    ),
    "revoke all on function action_steps, keep_course, keep_action, demand_moved, keep_occurred, demand_entered_about from public",
    "grant execute on function action_steps to liaison_app",
    # What the definer functions meet is of the asker's own team, as in 0059.
    *(
        f"create policy entered on {table} to liaison_owner using (session_user = 'liaison_engine' or jit = asking_jit())"
        for table in ("operations", "actions", "action_moves")
    ),
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*FUNCTIONS, *KEPT):
        op.execute(statement)
    for n, (table, act, when, kinds, name, column) in enumerate(ENTERED):
        what = f"demand_entered_about('{{{kinds}}}', '{name}', '{column}')"
        rule = DEFERRED.format(
            name=f"entered_{n:02}", act=act, table=table, when=f"when ({when})" if when else "", what=what
        )
        op.execute(rule)


def downgrade() -> None:
    raise RuntimeError("What is done without an entry would not be refused; restore a backup made before.")
