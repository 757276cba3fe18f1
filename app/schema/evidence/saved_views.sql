-- Row-level security and grants of the table saved_views: filters of the exhibit list that a member keeps.
-- Columns: app/models/evidence/saved_views.py. Use: app/services/evidence/saved_views.py. A view is private and no fact
-- of the team: it also changes in a closed team.

alter table saved_views enable row level security;

alter table saved_views force row level security;

-- Each member reads and writes only their own views.
create policy deleted on saved_views for delete to liaison_app using (jit = asking_jit() and seat = asking_seat());

create policy inserted on saved_views for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat());

create policy seen on saved_views for select to liaison_app using (jit = asking_jit() and seat = asking_seat());

create policy updated on saved_views for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat())
  with check (jit = asking_jit() and seat = asking_seat());

grant select, insert, delete, update (filters, columns, saved_at) on saved_views to liaison_app;
