-- Row-level security of the reference data (reference_records): read by signed-in accounts, written by operators.
-- Columns: app/models/reference.py. Use: app/services/reference. Seeds: app/schema/seeds.py.

alter table reference_records enable row level security;

alter table reference_records force row level security;

-- The owner: writes the shipped records after a migration.
create policy definer on reference_records to liaison_owner using (true) with check (true);

-- Read: every signed-in account.
create policy seen on reference_records for select to liaison_app using (asking_account() is not null);

-- Read: background jobs, which compute deadlines.
create policy engine on reference_records for select to liaison_engine using (true);

-- Write: operators.
create policy entered on reference_records for insert to liaison_app with check (asking_operator());

create policy changed on reference_records for update to liaison_app using (asking_operator()) with check (asking_operator());

grant select, insert on reference_records to liaison_app;

grant update (document, version, changed_at) on reference_records to liaison_app;

grant select on reference_records to liaison_engine;
