alter table working_hours enable row level security;

alter table working_hours force row level security;

create policy inserted on working_hours for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat()
    and 'leader' = any (asking_roles()));

create policy seen on working_hours for select to liaison_app using (jit = asking_jit());

create policy updated on working_hours for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and 'leader' = any (asking_roles()))
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat()
    and 'leader' = any (asking_roles()));

grant select, insert, update (days, begins_minute, ends_minute, holidays_of, decided_by, decided_at, version)
  on working_hours to liaison_app;

create trigger closed_delete after delete on working_hours referencing old table as touched for each statement
  execute function refuse_closed();

alter table working_hours enable always trigger closed_delete;

create trigger closed_insert after insert on working_hours referencing new table as touched for each statement
  execute function refuse_closed();

alter table working_hours enable always trigger closed_insert;

create trigger closed_update after update on working_hours referencing new table as touched for each statement
  execute function refuse_closed();

alter table working_hours enable always trigger closed_update;
