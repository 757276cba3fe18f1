alter table exports enable row level security;

alter table exports force row level security;

create policy engine on exports to liaison_engine using (true) with check (true);

create policy erasing on exports to liaison_owner using (session_user = 'liaison_engine');

create policy inserted on exports for insert to liaison_app
  with check (jit = asking_jit() and requested_by = asking_seat() and account = asking_account() and state = 'queued'
    and may_export(profile, evidence, exhibits, party));

create policy seen on exports for select to liaison_app
  using ((jit = asking_jit()) AND (requested_by = asking_seat()));

create policy updated on exports for update to liaison_app
  using ((jit = asking_jit()) AND (requested_by = asking_seat()))
  with check ((jit = asking_jit()) AND (requested_by = asking_seat()));

grant select, insert, update (entry, state, ready_at, size_bytes, sha256, entries, withheld, problem, version,
  problem_code, written, total, expires_at)
  on exports to liaison_app;

grant select, update (entry, state, ready_at, size_bytes, sha256, entries, withheld, problem, version, problem_code,
  written, total, expires_at)
  on exports to liaison_engine;

create trigger closed_insert after insert on exports referencing new table as touched for each statement
  execute function refuse_closed();

alter table exports enable always trigger closed_insert;
