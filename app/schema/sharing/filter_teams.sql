-- Row-level security and grants of filter_teams: the members whom a party names as reviewers of potentially
-- privileged material.
-- Columns: app/models/sharing/privilege_review.py. Whom a leader names: app/services/sharing/privilege_review.py.

alter table filter_teams enable row level security;

alter table filter_teams force row level security;

-- Owner: asks_as_filter reads the reviewers.
create policy definer on filter_teams to liaison_owner using (true);

-- Name: a leader, in their own name.
create policy inserted on filter_teams for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_lead()
              and decided_by = asking_seat());

-- Read: the party itself.
create policy seen on filter_teams for select to liaison_app
  using (jit = asking_jit() and party = asking_party());

-- Change: as for the first list.
create policy updated on filter_teams for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_lead())
  with check (jit = asking_jit() and party = asking_party() and may_lead()
              and decided_by = asking_seat());

grant select, insert, update (seats, decided_by, decided_at, version) on filter_teams to liaison_app;
