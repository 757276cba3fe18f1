-- Row-level security and triggers of the table bounds: which exhibit may go no further than which other one.
-- Columns: app/models/evidence/derivations.py. Rows are written by bind_child() and applied by app/schema/sharing/bounds.sql.

alter table bounds enable row level security;

alter table bounds force row level security;

-- Owner: the security definer functions keep and use these rows.
create policy definer on bounds to liaison_owner using (true) with check (true);

-- Members read no row: a row would reveal exhibits that they may not see.
create policy none on bounds to liaison_app using (false);

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on bounds referencing old table as touched for each statement
  execute function refuse_closed();

alter table bounds enable always trigger closed_delete;

create trigger closed_insert after insert on bounds referencing new table as touched for each statement
  execute function refuse_closed();

alter table bounds enable always trigger closed_insert;

create trigger closed_update after update on bounds referencing new table as touched for each statement
  execute function refuse_closed();

alter table bounds enable always trigger closed_update;
