-- Policies, grants and triggers of the table working_hours: the working hours of a party.
-- Columns: app/models/teams/working_hours.py. Who sets them: app/services/teams/working_hours.py.

alter table working_hours enable row level security;

alter table working_hours force row level security;

-- Set: a member for their own party, in their own name.
create policy inserted on working_hours for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

create policy seen on working_hours for select to liaison_app using (jit = asking_jit());

-- Change: any member of the party, in their own name.
create policy updated on working_hours for update to liaison_app
  using (jit = asking_jit() and party = asking_party())
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

grant select, insert, update (days, begins_minute, ends_minute, holidays_of, decided_by, decided_at, version)
  on working_hours to liaison_app;
