-- Row-level security and grants of refusals: refused acts on exhibits that the member sees, counted by minute.
-- Columns: app/models/audit/refusals.py (Refused). Counting, and the ledger entry that the worker makes of a minute:
-- app/services/audit/refusals.py.

alter table refusals enable row level security;

alter table refusals force row level security;

-- Owner: close_team looks for refusals that still wait for their ledger entry (something_runs in
-- app/schema/teams/closing.sql).
create policy closing on refusals to liaison_owner
  using ((session_user = 'liaison_engine') or (jit = asking_jit()));

-- Count, read and delete: one's own refusals. The worker enters them in the ledger in the name of the member.
create policy deleted on refusals for delete to liaison_app
  using ((jit = asking_jit()) and (seat = asking_seat()));

create policy engine on refusals to liaison_engine using (true) with check (true);

create policy inserted on refusals for insert to liaison_app
  with check ((jit = asking_jit()) and (seat = asking_seat()));

create policy seen on refusals for select to liaison_app
  using ((jit = asking_jit()) and (seat = asking_seat()));

create policy updated on refusals for update to liaison_app
  using ((jit = asking_jit()) and (seat = asking_seat()))
  with check ((jit = asking_jit()) and (seat = asking_seat()));

grant select, insert, delete, update (times, last_at) on refusals to liaison_app;

-- The engine finds the minutes that are over. It reads neither act nor exhibit.
grant select (seat, minute, jit) on refusals to liaison_engine;
