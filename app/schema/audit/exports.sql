-- Row-level security and grants of exports: export packages that were requested, are being made or are ready.
-- Columns: app/models/audit/exports.py. Who may have one: app/schema/audit/exporting.sql. Making:
-- app/services/audit/export_making.py.

alter table exports enable row level security;

alter table exports force row level security;

create policy engine on exports to liaison_engine using (true) with check (true);

-- Owner: an erasure by the background job withdraws the packages that hold what is erased (erase_fields in
-- app/schema/retention).
create policy erasing on exports to liaison_owner using (session_user = 'liaison_engine');

-- Owner: close_team sees the packages of every member that are still being made.
create policy closing on exports for select to liaison_owner using (jit = asking_jit());

-- Request: in one's own name and for one's own account. Its originals are downloads that the member recorded.
create policy inserted on exports for insert to liaison_app
  with check (jit = asking_jit() and requested_by = asking_seat() and account = asking_account()
              and state = 'queued' and may_export(profile, evidence, exhibits, party)
              and not exists (select 1 from unnest(downloads) d (id)
                               where not exists (select 1 from openings o
                                                  where o.id = d.id and o.seat = asking_seat() and o.act = 'take')));

-- Read and change: one's own requests. The worker makes a package in the name of the member who requested it.
create policy seen on exports for select to liaison_app
  using ((jit = asking_jit()) and (requested_by = asking_seat()));

create policy updated on exports for update to liaison_app
  using ((jit = asking_jit()) and (requested_by = asking_seat()))
  with check ((jit = asking_jit()) and (requested_by = asking_seat()));

grant select, insert, update (entry, state, ready_at, size_bytes, sha256, entries, withheld, problem, version,
  problem_code, written, total, expires_at, files, left_out)
  on exports to liaison_app;

-- The engine changes the progress and the state of a package, never its request.
grant select, update (entry, state, ready_at, size_bytes, sha256, entries, withheld, problem, version, problem_code,
  written, total, expires_at)
  on exports to liaison_engine;
