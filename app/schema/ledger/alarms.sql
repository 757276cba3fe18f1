-- Policies and grants of the table alarms: the problems that a team's ledger has now.
-- Columns: app/models/tiles.py. When an alarm is raised and ended: app/ledger/alarms.py.

alter table alarms enable row level security;

alter table alarms force row level security;

-- The engine raises and ends the alarms of every team. It may do so after the team is closed, so there are no
-- closed_… triggers.
create policy engine on alarms to liaison_engine using (true) with check (true);

-- Read: every member. The alarm about damaged files (fixity) is left out: it would reveal exhibits that the member
-- cannot see.
create policy seen on alarms for select to liaison_app
  using (jit = asking_jit() and what <> 'fixity');

-- Without detail, which is for the operator of the server.
grant select (jit, what, since) on alarms to liaison_app;

grant select, insert, delete, update on alarms to liaison_engine;
