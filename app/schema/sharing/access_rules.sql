alter table access_rules enable row level security;

alter table access_rules force row level security;

create policy inserted on access_rules for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decides_releases() and decided_by = asking_seat()
    and state = 'active' and version = 1);

create policy seen on access_rules for select to liaison_app
  using ((jit = asking_jit()) AND (party = asking_party()) AND (asking_roles() && ARRAY['leader'::text, 'member'::text, 'coordinator'::text, 'auditor'::text]));

create policy updated on access_rules for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases() and state = 'active')
  with check (jit = asking_jit() and party = asking_party() and decides_releases() and decided_by = asking_seat());

grant select, insert, update (level, authorities, seats, not_before, until, purposes, clause, state, decided_by,
  decided_at, version, four_eyes)
  on access_rules to liaison_app;

create trigger closed_delete after delete on access_rules referencing old table as touched for each statement
  execute function refuse_closed();

alter table access_rules enable always trigger closed_delete;

create trigger closed_insert after insert on access_rules referencing new table as touched for each statement
  execute function refuse_closed();

alter table access_rules enable always trigger closed_insert;

create trigger closed_update after update on access_rules referencing new table as touched for each statement
  execute function refuse_closed();

alter table access_rules enable always trigger closed_update;
