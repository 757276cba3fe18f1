-- Row-level security and grants of step_up_policies (kinds of acts for which a party demands a second factor again), and
-- grants of step_ups (proofs of sessions, which belong to no team). Columns: app/models/accounts/step_up.py.
-- Services: app/services/accounts/step_up.py, app/services/sharing/step_up_policies.py.

grant select, insert, update (proved_at) on step_ups to liaison_app;

alter table step_up_policies enable row level security;

alter table step_up_policies force row level security;

-- Decide: for one's own party, in one's own name.
create policy inserted on step_up_policies for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

-- Read: the party itself.
create policy seen on step_up_policies for select to liaison_app
  using (jit = asking_jit() and party = asking_party());

create policy updated on step_up_policies for update to liaison_app
  using (jit = asking_jit() and party = asking_party())
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

grant select, insert, update (kinds, decided_by, decided_at, version) on step_up_policies to liaison_app;
