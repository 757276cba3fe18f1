-- Row-level security, grants and triggers of the table working_sessions: one purpose and justification for many
-- openings. Columns, the limit of eight hours and the one open session: app/models/custody/working_sessions.py. Which
-- task it may name, and when it begins: app/services/custody/working_sessions.py.

alter table working_sessions enable row level security;

alter table working_sessions force row level security;

-- Engine: the worker ends sessions that expired.
create policy engine on working_sessions to liaison_engine using (true) with check (true);

-- Begin: in one's own name.
create policy inserted on working_sessions for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and ended_at is null);

-- Read: the member's own sessions.
create policy seen on working_sessions for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

-- End: once, by the member.
create policy updated on working_sessions for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and ended_at is null)
  with check (jit = asking_jit() and seat = asking_seat() and ended_at is not null);

-- A session never changes except for its end.
grant select, insert, update (ended_at, ended) on working_sessions to liaison_app;

-- The engine reads neither purpose nor justification.
grant select (id, jit, seat, session, expires_at, ended_at), update (ended_at, ended)
  on working_sessions to liaison_engine;
