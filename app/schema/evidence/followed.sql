-- Row-level security and grants of the table followed: releases of derived exhibits that changed with their parent.
-- Columns: app/models/evidence/derivations.py. app/schema/sharing/bounds.sql writes a row; app/services/evidence/derivation_propagation.py
-- reports it.

alter table followed enable row level security;

alter table followed force row level security;

-- Owner: keep_within() writes a row when it narrows or ends a release.
create policy definer on followed to liaison_owner using (true) with check (true);

-- Engine: the worker appends a ledger entry for each row and deletes the row.
create policy engine on followed to liaison_engine using (true);

-- Members read no row: the ledger entry tells those who may know.
create policy none on followed to liaison_app using (false);

grant select, delete on followed to liaison_engine;

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on followed referencing old table as touched for each statement
  execute function refuse_closed();

alter table followed enable always trigger closed_delete;

create trigger closed_insert after insert on followed referencing new table as touched for each statement
  execute function refuse_closed();

alter table followed enable always trigger closed_insert;

create trigger closed_update after update on followed referencing new table as touched for each statement
  execute function refuse_closed();

alter table followed enable always trigger closed_update;
