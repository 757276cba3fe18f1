alter table renditions enable row level security;

alter table renditions force row level security;

create policy definer on renditions to liaison_owner using (true) with check (true);

create policy engine on renditions to liaison_engine using (true) with check (true);

create policy seen on renditions for select to liaison_app
  using ((jit = asking_jit()) AND (EXISTS ( SELECT 1 FROM releases r WHERE ((r.jit = renditions.jit) AND (r.evidence = renditions.evidence) AND (r.party = asking_party()) AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2)) OFFSET 0)));

grant select on renditions to liaison_app;

grant select, insert, delete on renditions to liaison_engine;

create trigger closed_delete after delete on renditions referencing old table as touched for each statement
  execute function refuse_closed();

alter table renditions enable always trigger closed_delete;

create trigger closed_insert after insert on renditions referencing new table as touched for each statement
  execute function refuse_closed();

alter table renditions enable always trigger closed_insert;

create trigger closed_update after update on renditions referencing new table as touched for each statement
  execute function refuse_closed();

alter table renditions enable always trigger closed_update;
