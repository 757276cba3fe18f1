-- Row-level security, grants and integrity of emergencies: each use of emergency access and its review by the
-- originator. Columns: app/models/sharing/emergency_access.py. Only begin_emergency
-- (app/schema/sharing/emergency_access.sql) adds rows. Who reviews, and once:
-- app/services/sharing/emergency_access.py.

-- Trigger: emergency access that the originator finds unjustified ends at once. The background job then restores the
-- former release. Security definer: the release is written whatever policy applies to the reviewer.
create function end_unjustified() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.until > statement_timestamp() then
    update releases r set until = statement_timestamp(), version = r.version + 1
     where r.jit = new.jit and r.party = new.party and r.evidence = new.evidence and r.basis = 'emergency:' || new.id;
    new.until := statement_timestamp();
  end if;
  return new;
end $$;

alter table emergencies enable row level security;

alter table emergencies force row level security;

create policy definer on emergencies to liaison_owner using (true) with check (true);

-- Engine: the background job settles emergency access whose hour is over.
create policy engine on emergencies to liaison_engine using (true) with check (true);

-- Read: leaders and contributors of the originator who see the exhibit; in the party that used it, its leaders and
-- the member who used it.
create policy seen on emergencies for select to liaison_app
  using (jit = asking_jit() and may_contribute()
         and ((originator = asking_party()
               and exists (select 1 from evidence e where e.id = emergencies.evidence offset 0))
              or (party = asking_party() and (seat = asking_seat() or may_lead()))));

-- Review: a member of the originator, in their own name, once: the verdict is about another party's act.
create policy updated on emergencies for update to liaison_app
  using (jit = asking_jit() and originator = asking_party() and verdict is null)
  with check (jit = asking_jit() and originator = asking_party() and verdict is not null and reviewed_by = asking_seat());

-- Nobody inserts: begin_emergency adds the row. The application changes the review alone.
grant select, update (verdict, finding, reviewed_by, reviewed_at, version) on emergencies to liaison_app;

-- The engine reads neither the reason nor the finding.
grant select (id, jit, evidence, originator, party, until, settled_at), update (settled_at)
  on emergencies to liaison_engine;

-- Access found unjustified ends in the same transaction.
create trigger not_justified before update of verdict on emergencies for each row
  when (new.verdict = 'not_justified')
  execute function end_unjustified();
