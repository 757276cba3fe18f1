-- Row-level security of the history of the reference data (reference_changes): read and extended by operators.
-- Columns: app/models/reference.py. Use: app/services/reference/changes.py.

alter table reference_changes enable row level security;

alter table reference_changes force row level security;

-- The owner: takes part in foreign keys.
create policy definer on reference_changes to liaison_owner using (true) with check (true);

-- Read: every operator. The history names operators, so members do not read it.
create policy seen on reference_changes for select to liaison_app using (asking_operator());

-- Write: operators, in their own name.
create policy entered on reference_changes for insert to liaison_app
  with check (asking_operator() and operator = asking_account());

grant select, insert on reference_changes to liaison_app;

-- The history is insert-only.
create trigger kept before delete or update or truncate on reference_changes for each statement
  execute function refuse_change();

alter table reference_changes enable always trigger kept;
