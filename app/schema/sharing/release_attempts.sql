-- Row-level security and grants of release_attempts: refused attempts to release a derived exhibit further than its
-- parents. Columns: app/models/evidence/derivations.py. The daily limit: app/services/sharing/parent_bounds.py.
-- Only tell_attempt (app/schema/notifications/owners.sql) adds rows.

alter table release_attempts enable row level security;

alter table release_attempts force row level security;

create policy definer on release_attempts to liaison_owner using (true) with check (true);

-- Read: one's own attempts, so that the service can count them.
create policy seen on release_attempts for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select on release_attempts to liaison_app;
