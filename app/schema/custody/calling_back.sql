create function ask_after(wanted uuid, holder uuid, because text) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  update copies c set state = 'out', asked_at = statement_timestamp(), reason = ask_after.because, because = null,
         answered_at = null, answered_by = null, version = c.version + 1
   where c.evidence = wanted and c.party <> c.originator and not exists (select 1 from evidence e where e.id = c.evidence and c.party = any (e.joint))
     and (holder is null or c.party = holder) and c.state <> 'destroyed'
     and (c.asked_at is null or c.state = 'kept');
end;

revoke all on function ask_after from public;

create function call_back(wanted uuid, holder uuid, because text) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  update disclosures d set recalled_at = statement_timestamp(), reason = call_back.because, version = d.version + 1
   where d.evidence = wanted and (holder is null or d.party = holder) and d.recalled_at is null;
end;

revoke all on function call_back from public;

create function take_fixity(wanted uuid)
  returns table (file uuid, begun_at timestamptz, checked_at timestamptz, size_bytes bigint, expected text, found text, problem text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
    with taken as (delete from fixity_found x where x.evidence = wanted returning x.*)
    select t.file, t.begun_at, t.checked_at, t.size_bytes, f.sha256, t.found, t.problem
      from taken t join files f on f.id = t.file order by t.file;
end $$;

revoke all on function take_fixity from public;

grant execute on function take_fixity to liaison_engine;
