-- Policies and grants of the table first_step_dismissals: who dismissed the checklist of the first days.
-- Columns: app/models/coordination/first_steps.py. Use: app/services/coordination/first_steps.py. A dismissal is private
-- and no fact of the team: it is also made in a closed team.

alter table first_step_dismissals enable row level security;

alter table first_step_dismissals force row level security;

-- Each member reads and writes only their own dismissal.
create policy inserted on first_step_dismissals for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat());

create policy seen on first_step_dismissals for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select, insert on first_step_dismissals to liaison_app;
