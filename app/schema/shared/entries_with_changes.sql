create function demand_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_entered(new.jit, tg_argv[0]::text[]) then
    raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_entered from public;

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
end $$;

revoke all on function demand_entered_about from public;

create function demand_entered_now() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told uuid := new.entry;
begin
  if tg_table_name = 'signing_keys' and tg_op = 'UPDATE' then
    told := new.revocation;
  end if;
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q where q.jit = new.jit and q.entry = told and q.xmin = pg_current_xact_id()::xid) then
    raise exception 'what is said of a key or a demand is entered with it' using errcode = 'insufficient_privilege';
  end if;
  if tg_table_name = 'signing_demands' and tg_op = 'UPDATE' then
    if new.version <> old.version + 1 then
      raise exception 'demands are counted one by one' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return null;
end $$;

revoke all on function demand_entered_now from public;

create function demand_entered_of_team() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not is_entered(new.id, tg_argv[0]::text[]) then
    raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_entered_of_team from public;

create function is_entered(team uuid, of_kinds text[], named uuid default null) returns boolean
language sql volatile security definer set search_path = public, pg_temp
return exists (
  select 1 from pending q join headers h on h.entry = q.entry
   where q.jit = team and q.xmin = pg_current_xact_id()::xid and h.kind = any (of_kinds)
     and (named is null or h.evidence = named or h.about = named));

revoke all on function is_entered from public;

create function is_new_entry(wanted uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform from headers h where h.entry = wanted;
  return not found;
end $$;

revoke all on function is_new_entry from public;

grant execute on function is_new_entry to liaison_app;
