-- Trigger functions that require a ledger entry in the same transaction as the change, for tables of several domains.
-- The triggers are deferred to the end of the transaction; security definer, because members do not read the queue
-- `pending`. The appended entries: app/ledger/journal.py.

-- Trigger of closings and closing_assents: requires an entry of one of the kinds in the first argument. There is no
-- exception for any role of the database.
create function demand_entered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not is_entered(new.jit, tg_argv[0]::text[]) then
    raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of tables of action days, of the deconfliction list and of legal requests: requires an entry about this very
-- row, also if the row is deleted.
-- Arguments: the kinds of entry; the name in the entry's subject; the column whose value it must have.
create function demand_entered_about() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = (changed ->> 'jit')::uuid and q.xmin = pg_current_xact_id()::xid and h.kind = any (tg_argv[0]::text[])
       and h.subject::jsonb ->> tg_argv[1] = changed ->> tg_argv[2]) then
    raise exception 'a change of this row stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger of signing_keys and signing_demands: the entry that the row names was appended by this transaction. An
-- entry of an earlier transaction therefore admits no second change. A demand's version grows by one.
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

-- Trigger of jits: requires an entry of one of the kinds in the first argument about this team (phase, quorum, review
-- sample).
create function demand_entered_of_team() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not is_entered(new.id, tg_argv[0]::text[]) then
    raise exception 'what is done in a team stands in its ledger' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Whether this transaction has appended an entry of one of these kinds; with `named`, one of this exhibit or about
-- this object. A row of `pending` with this transaction's xmin belongs to an entry of this transaction. Called by the
-- triggers above and those of other domains.
create function is_entered(team uuid, of_kinds text[], named uuid default null) returns boolean
language sql volatile security definer set search_path = public, pg_temp
return exists (
  select 1 from pending q join headers h on h.entry = q.entry
   where q.jit = team and q.xmin = pg_current_xact_id()::xid and h.kind = any (of_kinds)
     and (named is null or h.evidence = named or h.about = named));

revoke all on function is_entered from public;

-- Whether the entry has no header yet. The insert policies of bodies and fields use it: an entry takes no more parts
-- once it is there. Security definer: headers that the caller does not see count too. plpgsql keeps its plan; the
-- function runs for each row of an entry.
create function is_new_entry(wanted uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform from headers h where h.entry = wanted;
  return not found;
end $$;

revoke all on function is_new_entry from public;

grant execute on function is_new_entry to liaison_app;
