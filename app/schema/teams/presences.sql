-- Policies and grants of the table presences: members who are online, by server process.
-- Columns: app/models/teams/presences.py. Who is shown to whom: app/realtime/presence.py.

alter table presences enable row level security;

alter table presences force row level security;

-- Only the engine reads and writes presences. Members learn of each other through the live channel.
create policy engine on presences to liaison_engine using (true) with check (true);

create policy seen on presences for select to liaison_app using (false);

grant select, insert, delete, update on presences to liaison_engine;
