create function action_steps() returns table (former text, state text, led boolean, live boolean, reasoned boolean)
  language sql immutable set search_path = public, pg_temp
begin atomic
  values ('planned', 'ready', false, false, false), ('ready', 'planned', false, false, false), ('ready', 'go', true, true, false), ('go', 'ready', true, true, true), ('go', 'executing', false, true, false), ('executing', 'done', false, true, false), ('done', 'executing', false, true, true), ('planned', 'aborted', false, false, true), ('ready', 'aborted', false, false, true), ('go', 'aborted', false, false, true), ('executing', 'aborted', false, false, true), ('aborted', 'planned', true, false, true);
end;

revoke all on function action_steps from public;

grant execute on function action_steps to liaison_app;

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
                     or s.live and (o.live_at is null or o.state = 'planned' or m.occurred_at < o.live_at - clock_skew()))) then
    raise exception 'an action goes step by step' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_moved from public;

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
