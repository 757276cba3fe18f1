alter table bodies enable row level security;

alter table bodies force row level security;

create policy engine on bodies to liaison_engine using (true) with check (true);

create policy inserted on bodies for insert to liaison_app
  with check ((jit = asking_jit()) AND is_new_entry(entry));

create policy recomputing on bodies for select to liaison_owner
  using (current_setting('app.recomputing'::text, true) = 'on'::text);

create policy seen on bodies for select to liaison_app
  using ((jit = asking_jit()) AND (asking_as_jit_auditor() OR (EXISTS ( SELECT 1 FROM entry_audience a WHERE ((a.entry = bodies.entry) AND hears(a.party, a.level, a.authorities, a.seats, 1)) OFFSET 0))));

grant select, insert on bodies to liaison_app;

grant insert on bodies to liaison_engine;

create trigger closed_delete after delete on bodies referencing old table as touched for each statement
  execute function refuse_closed();

alter table bodies enable always trigger closed_delete;

create trigger closed_insert after insert on bodies referencing new table as touched for each statement
  execute function refuse_closed();

alter table bodies enable always trigger closed_insert;

create trigger closed_update after update on bodies referencing new table as touched for each statement
  execute function refuse_closed();

alter table bodies enable always trigger closed_update;

create trigger insert_only before delete or update on bodies for each row execute function refuse_change();

alter table bodies enable always trigger insert_only;

create trigger no_truncate before truncate on bodies for each statement execute function refuse_change();

alter table bodies enable always trigger no_truncate;
