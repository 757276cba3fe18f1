alter table sendings enable row level security;

alter table sendings force row level security;

create policy inserted on sendings for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat()
    and exists (select 1 from evidence e where e.id = sendings.evidence offset 0));

create policy seen on sendings for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select, insert on sendings to liaison_app;

create trigger closed_delete after delete on sendings referencing old table as touched for each statement
  execute function refuse_closed();

alter table sendings enable always trigger closed_delete;

create trigger closed_insert after insert on sendings referencing new table as touched for each statement
  execute function refuse_closed();

alter table sendings enable always trigger closed_insert;

create trigger closed_update after update on sendings referencing new table as touched for each statement
  execute function refuse_closed();

alter table sendings enable always trigger closed_update;
