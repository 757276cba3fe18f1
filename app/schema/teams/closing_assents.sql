alter table closing_assents enable row level security;

alter table closing_assents force row level security;

create policy closing on closing_assents to liaison_owner
  using ((session_user = 'liaison_engine'::name) or (jit = asking_jit()));

create policy inserted on closing_assents for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and party = asking_party() and decides_releases()
    and exists (select 1 from closings c where c.jit = closing_assents.jit and c.id = closing_assents.closing
    and c.withdrawn_at is null and c.closed_at is null));

create policy seen on closing_assents for select to liaison_app using (jit = asking_jit());

grant select, insert on closing_assents to liaison_app;

create trigger closed_delete after delete on closing_assents referencing old table as touched for each statement
  execute function refuse_closed();

alter table closing_assents enable always trigger closed_delete;

create trigger closed_insert after insert on closing_assents referencing new table as touched for each statement
  execute function refuse_closed();

alter table closing_assents enable always trigger closed_insert;

create trigger closed_update after update on closing_assents referencing new table as touched for each statement
  execute function refuse_closed();

alter table closing_assents enable always trigger closed_update;

create constraint trigger entered after insert on closing_assents deferrable initially deferred for each row
  execute function demand_entered('{jit.closing_agreed}');
