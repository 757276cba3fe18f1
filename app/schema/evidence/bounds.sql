-- Row-level security and triggers of the table bounds: which exhibit may go no further than which other one.
-- Columns: app/models/evidence/derivations.py. Rows are written by bind_child() and applied by app/schema/sharing/bounds.sql.

alter table bounds enable row level security;

alter table bounds force row level security;

-- Owner: the security definer functions keep and use these rows.
create policy definer on bounds to liaison_owner using (true) with check (true);

-- Members read no row: a row would reveal exhibits that they may not see.
create policy none on bounds to liaison_app using (false);
