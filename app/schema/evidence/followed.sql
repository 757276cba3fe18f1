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
