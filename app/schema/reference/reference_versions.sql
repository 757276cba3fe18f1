-- Row-level security of changed values of the reference data (reference_versions): read by signed-in accounts.
-- Columns: app/models/reference.py. Use: app/services/reference/versions.py. The history with names: reference_changes.sql.

alter table reference_versions enable row level security;

alter table reference_versions force row level security;

-- The owner: writes the versions of shipped values after a migration.
create policy definer on reference_versions to liaison_owner using (true) with check (true);

-- Read: every signed-in account.
create policy seen on reference_versions for select to liaison_app using (asking_account() is not null);

-- Read: the background job that finds requests whose values changed.
create policy engine on reference_versions for select to liaison_engine using (true);

-- Write: operators.
create policy entered on reference_versions for insert to liaison_app with check (asking_operator());

grant select, insert on reference_versions to liaison_app;

grant select on reference_versions to liaison_engine;

-- Versions are insert-only.
create trigger kept before delete or update or truncate on reference_versions for each statement
  execute function refuse_change();

alter table reference_versions enable always trigger kept;
