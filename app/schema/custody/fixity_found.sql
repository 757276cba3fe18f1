alter table fixity_found enable row level security;

alter table fixity_found force row level security;

create policy definer on fixity_found to liaison_owner using (true) with check (true);

create policy engine on fixity_found to liaison_engine using (true) with check (true);

create policy seen on fixity_found for select to liaison_app using (false);

grant select, insert, delete on fixity_found to liaison_engine;

create trigger closed_delete after delete on fixity_found referencing old table as touched for each statement
  execute function refuse_closed();

alter table fixity_found enable always trigger closed_delete;

create trigger closed_insert after insert on fixity_found referencing new table as touched for each statement
  execute function refuse_closed();

alter table fixity_found enable always trigger closed_insert;

create trigger closed_update after update on fixity_found referencing new table as touched for each statement
  execute function refuse_closed();

alter table fixity_found enable always trigger closed_update;
