-- Row-level security, grants and triggers of the table storage: the number of bytes that each party stores.
-- Columns: app/models/evidence/evidence.py. The quota: app/services/evidence/storage.py.

alter table storage enable row level security;

alter table storage force row level security;

-- Owner: weigh_file() keeps the rows, and claim_storage() reads them.
create policy definer on storage to liaison_owner using (true) with check (true);

-- Read: the party's own number only.
create policy seen on storage for select to liaison_app
  using ((jit = asking_jit()) AND (party = asking_party()));

grant select on storage to liaison_app;

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on storage referencing old table as touched for each statement
  execute function refuse_closed();

alter table storage enable always trigger closed_delete;

create trigger closed_insert after insert on storage referencing new table as touched for each statement
  execute function refuse_closed();

alter table storage enable always trigger closed_insert;

create trigger closed_update after update on storage referencing new table as touched for each statement
  execute function refuse_closed();

alter table storage enable always trigger closed_update;
