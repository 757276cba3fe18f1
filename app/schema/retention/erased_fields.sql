-- Row-level security, grants and triggers of the table erased_fields: fields of ledger entries that no longer exist.
-- Columns: app/models/retention/field_erasures.py. Written by app/schema/retention/erasing_fields.sql before it deletes a
-- field.

alter table erased_fields enable row level security;

alter table erased_fields force row level security;

-- Owner: erase_fields() and erase_fields_going() write the rows.
create policy definer on erased_fields to liaison_owner using (true) with check (true);

-- Read: members who can read the header of the entry.
create policy seen on erased_fields for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from headers h where h.entry = erased_fields.entry));

grant select on erased_fields to liaison_app;

-- A row is never changed or deleted. The triggers also bind sessions that switch off ordinary triggers.
create trigger insert_only before delete or update on erased_fields
  for each row execute function refuse_change();

alter table erased_fields enable always trigger insert_only;

create trigger no_truncate before truncate on erased_fields
  for each statement execute function refuse_change();

alter table erased_fields enable always trigger no_truncate;
