-- Row-level security, grants and triggers of the table renditions: pages made of a file for reading in the browser.
-- Columns: app/models/evidence/evidence.py. Who opens them: app/services/evidence/renditions.py.

alter table renditions enable row level security;

alter table renditions force row level security;

-- Owner: finish_erasure() deletes the pages of an erased exhibit.
create policy definer on renditions to liaison_owner using (true) with check (true);

-- Engine: the worker makes the pages.
create policy engine on renditions to liaison_engine using (true) with check (true);

-- Read: members whose party has the exhibit at least readable.
create policy seen on renditions for select to liaison_app
  using ((jit = asking_jit())
         and (exists (
                select 1 from releases r
                 where ((r.jit = renditions.jit) and (r.evidence = renditions.evidence)
                        and (r.party = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
                 offset 0)));

grant select on renditions to liaison_app;

grant select, insert, delete on renditions to liaison_engine;
