-- Row-level security, grants and triggers of the table fixity_found: files already read by a check that has not
-- ended. Columns: app/models/custody/fixity.py. After a restart, app/services/custody/fixity_jobs.py continues with the next file.

alter table fixity_found enable row level security;

alter table fixity_found force row level security;

-- Owner: take_fixity() collects the rows.
create policy definer on fixity_found to liaison_owner using (true) with check (true);

create policy engine on fixity_found to liaison_engine using (true) with check (true);

-- Members read no row: damage is a matter for the operator and would reveal exhibits that a member does not see.
create policy seen on fixity_found for select to liaison_app using (false);

grant select, insert, delete on fixity_found to liaison_engine;

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on fixity_found referencing old table as touched for each statement
  execute function refuse_closed();

alter table fixity_found enable always trigger closed_delete;

create trigger closed_insert after insert on fixity_found referencing new table as touched for each statement
  execute function refuse_closed();

alter table fixity_found enable always trigger closed_insert;

create trigger closed_update after update on fixity_found referencing new table as touched for each statement
  execute function refuse_closed();

alter table fixity_found enable always trigger closed_update;
