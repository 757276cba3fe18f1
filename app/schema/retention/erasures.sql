-- Row-level security, grants and triggers of the table erasures: decided erasures of exhibits.
-- Columns: app/models/retention/retention.py. Written by the functions of app/schema/retention/erasing.sql only.

alter table erasures enable row level security;

alter table erasures force row level security;

-- Owner: begin_erasure(), erase_of_left() and finish_erasure() write the rows.
create policy definer on erasures to liaison_owner using (true) with check (true);

-- Engine: the worker finds decided erasures that have not ended.
create policy engine on erasures for select to liaison_engine using (true);

-- Read: members who can see the exhibit.
create policy seen on erasures for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from evidence e where e.jit = erasures.jit and e.id = erasures.evidence));

grant select on erasures to liaison_app;

-- The engine does not read who decided, or why.
grant select (evidence, jit, ground, destroyed_at, fields) on erasures to liaison_engine;
