-- Row-level security and grants of access_rules, the default sharing rules of each party.
-- Columns: app/models/sharing/access_rules.py. What the rules give: app/access/sharing/rules.py. Who changes them:
-- app/services/sharing/access_rules.py.

alter table access_rules enable row level security;

alter table access_rules force row level security;

-- Add: a member who decides the releases of the party, in their own name.
create policy inserted on access_rules for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decides_releases()
              and decided_by = asking_seat());

-- Read: leaders, contributors, coordinators and auditors of the party itself. Other parties do not see its rules.
create policy seen on access_rules for select to liaison_app
  using ((jit = asking_jit()) and (party = asking_party())
         and may_read_rules());

-- Change or retire: as for a new rule.
create policy updated on access_rules for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases())
  with check (jit = asking_jit() and party = asking_party() and decides_releases()
              and decided_by = asking_seat());

-- The exhibits and the recipients to which a rule applies never change.
grant select, insert, update (level, authorities, seats, not_before, until, purposes, clause, state, decided_by,
  decided_at, version, four_eyes)
  on access_rules to liaison_app;
