-- Row-level security, grants and triggers of the table retention_rules: how long exhibits are kept by agreement.
-- Columns: app/models/retention/retention.py. The newest rule applies: app/services/retention/retention_rules.py.

alter table retention_rules enable row level security;

alter table retention_rules force row level security;

-- Decide: administrators, in their own name.
create policy inserted on retention_rules for insert to liaison_app
  with check (jit = asking_jit() and may_administer() and decided_by = asking_seat());

create policy seen on retention_rules for select to liaison_app using (jit = asking_jit());

grant select, insert on retention_rules to liaison_app;
