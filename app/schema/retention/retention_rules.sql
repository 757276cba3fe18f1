-- Row-level security, grants and triggers of the table retention_rules: how long exhibits are kept by agreement.
-- Columns: app/models/retention/retention.py. The newest rule applies: app/services/retention/retention_rules.py.

alter table retention_rules enable row level security;

alter table retention_rules force row level security;

-- Decide: administrators, in their own name.
create policy inserted on retention_rules for insert to liaison_app
  with check (jit = asking_jit() and 'administrator' = any (asking_roles()) and decided_by = asking_seat());

create policy seen on retention_rules for select to liaison_app using (jit = asking_jit());

grant select, insert on retention_rules to liaison_app;

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on retention_rules referencing old table as touched for each statement
  execute function refuse_closed();

alter table retention_rules enable always trigger closed_delete;

create trigger closed_insert after insert on retention_rules referencing new table as touched for each statement
  execute function refuse_closed();

alter table retention_rules enable always trigger closed_insert;

create trigger closed_update after update on retention_rules referencing new table as touched for each statement
  execute function refuse_closed();

alter table retention_rules enable always trigger closed_update;
