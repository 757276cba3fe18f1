-- Row-level security of the imported allocation tables: read by signed-in accounts, written by operators.
-- Columns: app/models/reference.py. Use: app/services/reference/allocations.py.

alter table allocation_tables enable row level security;

alter table allocation_tables force row level security;

alter table allocated_networks enable row level security;

alter table allocated_networks force row level security;

alter table allocated_domains enable row level security;

alter table allocated_domains force row level security;

-- The owner: takes part in foreign keys.
create policy definer on allocation_tables to liaison_owner using (true) with check (true);

create policy definer on allocated_networks to liaison_owner using (true) with check (true);

create policy definer on allocated_domains to liaison_owner using (true) with check (true);

-- Read: every signed-in account. The condition is a subquery, so it is evaluated once per statement.
create policy seen on allocation_tables for select to liaison_app using (asking_account() is not null);

create policy seen on allocated_networks for select to liaison_app using ((select asking_account()) is not null);

create policy seen on allocated_domains for select to liaison_app using ((select asking_account()) is not null);

-- Write: operators. An import replaces all rows; the table's line names the operator.
create policy entered on allocation_tables for insert to liaison_app
  with check (asking_operator() and imported_by = asking_account());

create policy changed on allocation_tables for update to liaison_app using (asking_operator())
  with check (asking_operator() and imported_by = asking_account());

create policy entered on allocated_networks for insert to liaison_app with check ((select asking_operator()));

create policy removed on allocated_networks for delete to liaison_app using ((select asking_operator()));

create policy entered on allocated_domains for insert to liaison_app with check ((select asking_operator()));

create policy removed on allocated_domains for delete to liaison_app using ((select asking_operator()));

grant select, insert on allocation_tables to liaison_app;

grant update (version, source, row_count, imported_at, imported_by) on allocation_tables to liaison_app;

grant select, insert, delete on allocated_networks to liaison_app;

grant select, insert, delete on allocated_domains to liaison_app;
