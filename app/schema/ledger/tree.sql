alter table chains enable row level security;

alter table chains force row level security;

create policy definer on chains to liaison_owner using (true) with check (true);

create policy seen on chains for select to liaison_app using (false);

alter table leases enable row level security;

alter table leases force row level security;

create policy engine on leases to liaison_engine using (true) with check (true);

create policy seen on leases for select to liaison_app using (false);

grant select, insert, delete, update on leases to liaison_engine;

alter table positions enable row level security;

alter table positions force row level security;

create policy definer on positions to liaison_owner using (true) with check (true);

create policy engine on positions to liaison_engine using (true) with check (true);

create policy seen on positions for select to liaison_app
  using ((jit = asking_jit()) AND (("position" < ( SELECT COALESCE(max(c.size), (0)::bigint) AS "coalesce" FROM checkpoints c WHERE (c.jit = asking_jit()))) OR (EXISTS ( SELECT 1 FROM headers h WHERE (h.entry = positions.entry) OFFSET 0))));

grant select on positions to liaison_app;

grant select, insert on positions to liaison_engine;

create trigger insert_only before delete or update on positions for each row execute function refuse_change();

alter table positions enable always trigger insert_only;

create trigger no_truncate before truncate on positions for each statement execute function refuse_change();

alter table positions enable always trigger no_truncate;

alter table tiles enable row level security;

alter table tiles force row level security;

create policy engine on tiles to liaison_engine using (true) with check (true);

create policy seen on tiles for select to liaison_app
  using ((jit = asking_jit()) AND (((number + 1) << (8 * (GREATEST((level)::integer, 0) + 1))) <= ( SELECT COALESCE(max(c.size), (0)::bigint) AS "coalesce" FROM checkpoints c WHERE (c.jit = asking_jit()))));

grant select on tiles to liaison_app;

grant select, insert on tiles to liaison_engine;

create trigger insert_only before delete or update on tiles for each row execute function refuse_change();

alter table tiles enable always trigger insert_only;

create trigger no_truncate before truncate on tiles for each statement execute function refuse_change();

alter table tiles enable always trigger no_truncate;

alter table trees enable row level security;

alter table trees force row level security;

create policy engine on trees to liaison_engine using (true) with check (true);

create policy inserted on trees for insert to liaison_app
  with check ((jit = asking_jit()) AND (size = 0));

create policy seen on trees for select to liaison_app using (false);

grant insert on trees to liaison_app;

grant select, insert, update on trees to liaison_engine;
