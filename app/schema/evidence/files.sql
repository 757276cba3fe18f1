-- Row-level security, grants and triggers of the table files: the files of an exhibit, as announced and as received.
-- Columns: app/models/evidence/evidence.py. Uploads and decisions about files: app/services/evidence/files.py.

-- Trigger function: members change neither hash nor state of a complete file. Otherwise a changed hash would make an
-- intact file look damaged, and a changed state would hide damage. The erasure runs as the owner and is not affected.
create function keep_stored() returns trigger language plpgsql as $$
begin
  if current_user = 'liaison_app' then
    raise exception 'what is stored keeps its hash and its state' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Trigger function: the first complete file puts its exhibit into the plan of integrity checks.
-- Its receipt counts as the first check. Security definer: members cannot write this plan.
create function plan_fixity() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into fixity (evidence, jit, since)
    values (new.evidence, new.jit, coalesce(new.received_at, new.created_at)) on conflict do nothing;
  return null;
end $$;

-- Trigger function: after the decision of a privilege review no file is added, because nobody reviewed it.
create function refuse_after_clearance() returns trigger language plpgsql as $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and e.privilege in ('cleared', 'privileged')) then
    raise exception 'the exhibit was filtered: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Trigger function: after the approval or rejection of a third-country upload no file is added.
create function refuse_after_verdict() returns trigger language plpgsql as $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and e.verification in ('passed', 'refused')) then
    raise exception 'the exhibit was verified: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Trigger function: keeps the number of bytes that each party stores (table storage). Discarded and erased files
-- count nothing. Security definer: members cannot write storage, so the quota cannot be bypassed.
create function weigh_file() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  keeper uuid;
  before bigint := case when tg_op <> 'INSERT' and old.state not in ('discarded', 'erased') then old.size_bytes else 0 end;
  after bigint := case when tg_op <> 'DELETE' and new.state not in ('discarded', 'erased') then new.size_bytes else 0 end;
begin
  if after <> before then
    select e.originator into keeper from evidence e where e.id = coalesce(new.evidence, old.evidence);
    insert into storage (jit, party, bytes) values (coalesce(new.jit, old.jit), keeper, 0) on conflict do nothing;
    update storage set bytes = bytes + after - before where jit = coalesce(new.jit, old.jit) and party = keeper;
  end if;
  return null;
end $$;

alter table files enable row level security;

alter table files force row level security;

-- Owner: the security definer functions read and erase files of every exhibit.
create policy definer on files to liaison_owner using (true) with check (true);

-- Delete: members of the originator who hold the exhibit. The trigger kept protects complete files.
create policy deleted on files for delete to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = files.jit) and (r.evidence = files.evidence)
                        and (r.originator = asking_party()) and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                 offset 0)));

-- Engine: the worker ends uploads, makes pages and erases. Its grants leave out names and hashes.
create policy engine on files to liaison_engine using (true) with check (true);

-- Owner, within the team: asks_as_filter() reads who uploaded a file. The policy definer includes this case.
create policy filtering on files for select to liaison_owner using (jit = asking_jit());

-- Add: members of the originator who hold the exhibit.
create policy inserted on files for insert to liaison_app
  with check ((jit = asking_jit())
              and (exists (
                     select 1 from releases r
                      where ((r.jit = files.jit) and (r.evidence = files.evidence)
                             and (r.originator = asking_party()) and (r.party = asking_party())
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      offset 0)));

-- Read: members whose party has the exhibit at least readable. Files that are not complete are visible only to
-- members of the originator who hold the exhibit.
create policy seen on files for select to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = files.jit) and (r.evidence = files.evidence) and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
                 offset 0))
         and ((state = 'ready')
              or ((jit = asking_jit())
                  and (exists (
                         select 1 from releases r
                          where ((r.jit = files.jit) and (r.evidence = files.evidence)
                                 and (r.originator = asking_party()) and (r.party = asking_party())
                                 and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                          offset 0)))));

-- Change: members of the originator who hold the exhibit. The trigger stored protects complete files.
create policy updated on files for update to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = files.jit) and (r.evidence = files.evidence) and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
                 offset 0))
         and ((state = 'ready')
              or ((jit = asking_jit())
                  and (exists (
                         select 1 from releases r
                          where ((r.jit = files.jit) and (r.evidence = files.evidence)
                                 and (r.originator = asking_party()) and (r.party = asking_party())
                                 and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                          offset 0)))))
  with check ((jit = asking_jit())
              and (exists (
                     select 1 from releases r
                      where ((r.jit = files.jit) and (r.evidence = files.evidence)
                             and (r.originator = asking_party()) and (r.party = asking_party())
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      offset 0)));

-- Name, size and declared hash stay as they were announced.
grant select, insert, delete, update (media_type, received_bytes, sha256, state, renditions, received_at, version,
  expires_at)
  on files to liaison_app;

-- The engine reads neither the name nor the hash of a file: take_fixity() tells it the hash after a check.
grant select (id, jit, evidence, media_type, size_bytes, received_bytes, state, renditions, created_at, version,
  expires_at, scan), update (state, renditions, shown_in_part, version, expires_at, scan, finding, scanner, scanned_at)
  on files to liaison_engine;

-- No file enters after the decision of a privilege review.
create trigger filtered before insert or update of state on files for each row
  when (new.state in ('uploading', 'ready'))
  execute function refuse_after_clearance();

-- Members do not delete complete files.
create trigger kept before delete on files for each row
  when ((current_user = 'liaison_app') and (old.state = 'ready'))
  execute function refuse_unstoring();

-- A complete file is checked against its hash from then on.
create trigger planned after insert or update of state on files for each row
  when (new.state = 'ready')
  execute function plan_fixity();

-- A complete file keeps its hash and its state.
create trigger stored before update of state, sha256 on files for each row
  when ((old.state = 'ready')
        and ((new.state is distinct from old.state) or (new.sha256 is distinct from old.sha256)))
  execute function keep_stored();

-- An erased exhibit receives no new file.
create trigger unerased before insert on files for each row execute function hold_unerased();

-- No file enters after the decision about a third-country upload.
create trigger verified before insert or update of state on files for each row
  when (new.state in ('uploading', 'ready'))
  execute function refuse_after_verdict();

-- The bytes that a party stores are counted with every change.
create trigger weighed after insert or delete or update of state on files
  for each row execute function weigh_file();
