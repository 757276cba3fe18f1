-- Functions about the steps of actions and the times of events, for triggers in actions.sql and
-- action_days.sql.
-- The same decisions: app/access/operation_states.py, app/services/coordination/operations.py.

-- The permitted steps of an action, as STEPS in app/access/operation_states.py. `led`: only a leader takes
-- the step. `live`: only once the action day was live. `reasoned`: it needs a reason. Functions keep_action
-- and demand_moved read it.
create function action_steps()
  returns table (former text, state text, led boolean, live boolean, reasoned boolean)
  language sql immutable set search_path = public, pg_temp
begin atomic
  values
    ('planned', 'ready', false, false, false),
    ('ready', 'planned', false, false, false),
    ('ready', 'go', true, true, false),
    ('go', 'ready', true, true, true),
    ('go', 'executing', false, true, false),
    ('executing', 'done', false, true, false),
    ('done', 'executing', false, true, true),
    ('planned', 'aborted', false, false, true),
    ('ready', 'aborted', false, false, true),
    ('go', 'aborted', false, false, true),
    ('executing', 'aborted', false, false, true),
    ('aborted', 'planned', true, false, true);
end;

revoke all on function action_steps from public;

-- The application needs it because keep_action runs with the rights of the application.
grant execute on function action_steps to liaison_app;

-- Constraint trigger `by_a_move` of actions and action_moves: a new state and its move commit together, or
-- neither does. Both rows are of this transaction (xmin) and agree in state and time. The move has a reason
-- where the step needs one, and happened on the live day where the step needs that. Security definer: the
-- check does not depend on what the asking member sees.
create function demand_moved() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m action_moves;
begin
  if session_user not in ('liaison_app', 'liaison_engine') then return null; end if;
  if tg_table_name = 'action_moves' then
    if not exists (
      select 1 from actions a
       where a.jit = new.jit and a.id = new.action and a.xmin = pg_current_xact_id()::xid
         and a.state = new.state and a.since_at = new.occurred_at) then
      raise exception 'a move brings its action somewhere' using errcode = 'insufficient_privilege';
    end if;
    return null;
  end if;
  select * into m from action_moves v
   where v.jit = new.jit and v.action = new.id and v.xmin = pg_current_xact_id()::xid
     and v.former = old.state and v.state = new.state and v.occurred_at = new.since_at;
  if not found then
    raise exception 'an action moves by a move' using errcode = 'insufficient_privilege';
  end if;
  if exists (
    select 1 from action_steps() s join operations o on o.jit = new.jit and o.id = new.operation
     where s.former = old.state and s.state = new.state
       and (s.reasoned and m.reason is null
            or s.live and (o.live_at is null or o.state = 'planned'
                           or m.occurred_at < o.live_at - clock_skew()))) then
    raise exception 'an action goes step by step' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_moved from public;

-- Trigger `occurred` of action_moves, action_results and operation_reports: an event happened between the
-- planning and the end of its action day. Wrong clocks of devices are allowed for by clock_skew(), 5 minutes.
-- An event may be entered after the end.
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
  if new.occurred_at < o.created_at - clock_skew() or new.occurred_at > o.closed_at + clock_skew() then
    raise exception 'it happened while there was the day' using errcode = 'check_violation';
  end if;
  return new;
end $$;

revoke all on function keep_occurred from public;
