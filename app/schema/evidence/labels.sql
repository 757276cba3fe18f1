-- Row-level security, grants and triggers of the table labels: the random code printed for an exhibit.
-- Columns: app/models/evidence/labels.py. Who prints one and finds an exhibit by it: app/services/evidence/labels.py.

alter table labels enable row level security;

alter table labels force row level security;

-- Owner: bind_blank_label() gives an exhibit the code of a blank label.
create policy definer on labels to liaison_owner using (true) with check (true);

-- Print: members of a party who can see the exhibit; not the auditor of the team. An exhibit has one label, which never changes.
create policy inserted on labels for insert to liaison_app
  with check (jit = asking_jit() and asking_party() is not null
              and exists (select 1 from evidence e where e.id = labels.evidence offset 0));

-- Read: members who can see the exhibit. For others the code does not exist.
create policy seen on labels for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from evidence e where e.id = labels.evidence offset 0));

grant select, insert on labels to liaison_app;

-- The database draws the code. A member who chose one could find out whether another exhibit has it.
create trigger drawn before insert on labels for each row execute function draw_code();
