-- Row-level security, grants and triggers of the table fixity: the last integrity check of each exhibit.
-- Columns: app/models/custody/fixity.py. The checks: app/services/custody/fixity_jobs.py.

alter table fixity enable row level security;

alter table fixity force row level security;

-- Owner: plan_fixity() adds an exhibit with its first complete file.
create policy definer on fixity to liaison_owner using (true) with check (true);

-- Engine: only the worker records a result.
create policy engine on fixity to liaison_engine using (true) with check (true);

-- Read: members who can see the exhibit.
create policy seen on fixity for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from evidence e where e.id = fixity.evidence offset 0));

grant select on fixity to liaison_app;

grant select, delete, update (since, checked_at, verdict) on fixity to liaison_engine;
