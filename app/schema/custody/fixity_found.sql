-- Row-level security, grants, triggers and the function of the table fixity_found: files that an unfinished check
-- has read. Columns: app/models/custody/fixity.py. After a restart, app/services/custody/fixity_jobs.py continues with
-- the next file.

-- Returns what the worker found for each file of an exhibit, beside the recorded hash, and deletes these rows.
-- app/services/custody/fixity_jobs.py calls it. Security definer: the engine reads no hash before it has computed its own.
create function take_fixity(wanted uuid)
  returns table (file uuid, begun_at timestamptz, checked_at timestamptz, size_bytes bigint, expected text,
                 found text, problem text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
    with taken as (delete from fixity_found x where x.evidence = wanted returning x.*)
    select t.file, t.begun_at, t.checked_at, t.size_bytes, f.sha256, t.found, t.problem
      from taken t join files f on f.id = t.file order by t.file;
end $$;

revoke all on function take_fixity from public;

grant execute on function take_fixity to liaison_engine;

alter table fixity_found enable row level security;

alter table fixity_found force row level security;

-- Owner: take_fixity() collects the rows.
create policy definer on fixity_found to liaison_owner using (true) with check (true);

create policy engine on fixity_found to liaison_engine using (true) with check (true);

-- Members read no row: damage is a matter for the operator and would reveal exhibits that a member does not see.
create policy seen on fixity_found for select to liaison_app using (false);

grant select, insert, delete on fixity_found to liaison_engine;
