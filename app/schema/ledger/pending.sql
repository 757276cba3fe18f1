alter table pending enable row level security;

alter table pending force row level security;

create policy closing on pending to liaison_owner
  using ((session_user = 'liaison_engine'::name) or (jit = asking_jit()));

create policy engine on pending to liaison_engine using (true) with check (true);

create policy inserted on pending for insert to liaison_app with check (jit = asking_jit());

create policy seen on pending for select to liaison_app using (false);

grant insert on pending to liaison_app;

grant select, insert, delete on pending to liaison_engine;

create trigger closed_insert after insert on pending referencing new table as touched for each statement
  execute function refuse_closed();

alter table pending enable always trigger closed_insert;
