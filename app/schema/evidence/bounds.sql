alter table bounds enable row level security;

alter table bounds force row level security;

create policy definer on bounds to liaison_owner using (true) with check (true);

create policy none on bounds to liaison_app using (false);

create trigger closed_delete after delete on bounds referencing old table as touched for each statement
  execute function refuse_closed();

alter table bounds enable always trigger closed_delete;

create trigger closed_insert after insert on bounds referencing new table as touched for each statement
  execute function refuse_closed();

alter table bounds enable always trigger closed_insert;

create trigger closed_update after update on bounds referencing new table as touched for each statement
  execute function refuse_closed();

alter table bounds enable always trigger closed_update;
