alter table erasures enable row level security;

alter table erasures force row level security;

create policy definer on erasures to liaison_owner using (true) with check (true);

create policy engine on erasures for select to liaison_engine using (true);

create policy seen on erasures for select to liaison_app
  using (jit = asking_jit()
    and exists (select 1 from evidence e where e.jit = erasures.jit and e.id = erasures.evidence));

grant select on erasures to liaison_app;

grant select (evidence, jit, ground, destroyed_at, fields) on erasures to liaison_engine;

create trigger closed_delete after delete on erasures referencing old table as touched for each statement
  execute function refuse_closed();

alter table erasures enable always trigger closed_delete;

create trigger closed_insert after insert on erasures referencing new table as touched for each statement
  execute function refuse_closed();

alter table erasures enable always trigger closed_insert;

create trigger closed_update after update on erasures referencing new table as touched for each statement
  execute function refuse_closed();

alter table erasures enable always trigger closed_update;
