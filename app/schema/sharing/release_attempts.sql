alter table release_attempts enable row level security;

alter table release_attempts force row level security;

create policy definer on release_attempts to liaison_owner using (true) with check (true);

create policy seen on release_attempts for select to liaison_app
  using (jit = asking_jit() and seat = asking_seat());

grant select on release_attempts to liaison_app;

create trigger closed_delete after delete on release_attempts referencing old table as touched for each statement
  execute function refuse_closed();

alter table release_attempts enable always trigger closed_delete;

create trigger closed_insert after insert on release_attempts referencing new table as touched for each statement
  execute function refuse_closed();

alter table release_attempts enable always trigger closed_insert;

create trigger closed_update after update on release_attempts referencing new table as touched for each statement
  execute function refuse_closed();

alter table release_attempts enable always trigger closed_update;
