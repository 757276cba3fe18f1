-- How far a member has read the catch-up summary.
-- Columns: app/models/coordination/briefings.py. Use: app/services/coordination/briefings.py. The mark is private and no fact of the
-- team: it also changes in a closed team.

alter table briefing_marks enable row level security;

alter table briefing_marks force row level security;

-- Each member reads and writes only their own mark.
create policy inserted on briefing_marks for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat());

create policy seen on briefing_marks for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

create policy updated on briefing_marks for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat())
  with check (jit = asking_jit() and seat = asking_seat());

grant select, insert, update (position, moved_at) on briefing_marks to liaison_app;
