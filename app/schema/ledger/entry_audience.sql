alter table entry_audience enable row level security;

alter table entry_audience force row level security;

create policy definer on entry_audience for insert to liaison_owner
  with check ((jit = asking_jit()) OR (SESSION_USER = 'liaison_engine'::name));

create policy engine on entry_audience to liaison_engine using (true) with check (true);

create policy inserted on entry_audience for insert to liaison_app
  with check ((jit = asking_jit()) AND may_address(entry) AND ((mentions IS NULL) OR (EXISTS ( SELECT 1 FROM evidence e WHERE (e.id = entry_audience.mentions) OFFSET 0))));

create policy joint on entry_audience for select to liaison_owner
  using (jit = asking_jit() or session_user = 'liaison_engine');

create policy seen on entry_audience for select to liaison_app
  using ((jit = asking_jit()) AND hears(party, level, authorities, seats, 1) AND ((mentions IS NULL) OR (EXISTS ( SELECT 1 FROM evidence e WHERE (e.id = entry_audience.mentions) OFFSET 0))));

grant select, insert on entry_audience to liaison_app;

grant select, insert on entry_audience to liaison_engine;

create trigger closed_delete after delete on entry_audience referencing old table as touched for each statement
  execute function refuse_closed();

alter table entry_audience enable always trigger closed_delete;

create trigger closed_insert after insert on entry_audience referencing new table as touched for each statement
  execute function refuse_closed();

alter table entry_audience enable always trigger closed_insert;

create trigger closed_update after update on entry_audience referencing new table as touched for each statement
  execute function refuse_closed();

alter table entry_audience enable always trigger closed_update;

create trigger insert_only before delete or update on entry_audience for each row execute function refuse_change();

alter table entry_audience enable always trigger insert_only;

create trigger no_truncate before truncate on entry_audience for each statement execute function refuse_change();

alter table entry_audience enable always trigger no_truncate;
