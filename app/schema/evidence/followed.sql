alter table followed enable row level security;

alter table followed force row level security;

create policy definer on followed to liaison_owner using (true) with check (true);

create policy engine on followed to liaison_engine using (true);

create policy none on followed to liaison_app using (false);

grant select, delete on followed to liaison_engine;

create trigger closed_delete after delete on followed referencing old table as touched for each statement
  execute function refuse_closed();

alter table followed enable always trigger closed_delete;

create trigger closed_insert after insert on followed referencing new table as touched for each statement
  execute function refuse_closed();

alter table followed enable always trigger closed_insert;

create trigger closed_update after update on followed referencing new table as touched for each statement
  execute function refuse_closed();

alter table followed enable always trigger closed_update;
