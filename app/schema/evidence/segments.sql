-- Row-level security, grants and triggers of the table segments: the encrypted parts in which a file was received.
-- Columns: app/models/evidence/evidence.py. Uploads: app/services/evidence/files.py.

alter table segments enable row level security;

alter table segments force row level security;

-- Owner: finish_erasure() deletes the segments of an erased exhibit.
create policy definer on segments to liaison_owner using (true) with check (true);

-- Delete: members of the originator who hold the exhibit. The trigger kept protects complete files.
create policy deleted on segments for delete to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = segments.jit) and (r.evidence = segments.evidence)
                        and (r.originator = asking_party()) and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                 offset 0)));

-- Engine: the worker reads segments for pages and integrity checks, and deletes those of ended uploads.
create policy engine on segments to liaison_engine using (true) with check (true);

-- Add: members of the originator who hold the exhibit.
create policy inserted on segments for insert to liaison_app
  with check ((jit = asking_jit())
              and (exists (
                     select 1 from releases r
                      where ((r.jit = segments.jit) and (r.evidence = segments.evidence)
                             and (r.originator = asking_party()) and (r.party = asking_party())
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      offset 0)));

-- Read: members whose party has the exhibit at least readable.
create policy seen on segments for select to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = segments.jit) and (r.evidence = segments.evidence)
                        and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
                 offset 0)));

grant select, insert, delete on segments to liaison_app;

grant select, delete on segments to liaison_engine;

-- Members do not delete segments of complete files.
create trigger kept before delete on segments for each row
  when (current_user = 'liaison_app')
  execute function refuse_unstoring();
