-- Policies, grants and triggers of the table leaving_clauses: what becomes of exhibits when a party leaves.
-- Columns: app/models/teams/leaving.py. Who enters a clause: app/services/teams/leaving.py.

alter table leaving_clauses enable row level security;

alter table leaving_clauses force row level security;

-- The engine quotes the clause in the entries of a leaving.
create policy engine on leaving_clauses for select to liaison_engine using (true);

-- Insert: an administrator, in their own name. A later clause replaces an earlier one, which stays as it was.
create policy inserted on leaving_clauses for insert to liaison_app
  with check (jit = asking_jit() and may_administer() and decided_by = asking_seat());

create policy seen on leaving_clauses for select to liaison_app using (jit = asking_jit());

grant select, insert on leaving_clauses to liaison_app;

grant select on leaving_clauses to liaison_engine;
