-- Row-level security and grants of clearances: the verdicts of privilege reviews. Columns:
-- app/models/sharing/privilege_review.py. Only give_clearance (app/schema/sharing/privilege_review.sql) writes
-- them; they are never changed.

alter table clearances enable row level security;

alter table clearances force row level security;

create policy definer on clearances to liaison_owner using (true) with check (true);

-- Read: members who see the exhibit.
create policy seen on clearances for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from evidence e where e.id = clearances.evidence offset 0));

grant select on clearances to liaison_app;
