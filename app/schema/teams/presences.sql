alter table presences enable row level security;

alter table presences force row level security;

create policy engine on presences to liaison_engine using (true) with check (true);

create policy seen on presences for select to liaison_app using (false);

grant select, insert, delete, update on presences to liaison_engine;
