-- Policies, grants and triggers of chains, positions, tiles and trees (the Merkle tree of a ledger), and leases.
-- Columns: app/models/ledger.py, tiles.py, teams/presences.py (leases). How a tree grows: app/ledger/tree/growth.py.

alter table chains enable row level security;

alter table chains force row level security;

-- Only take_chain and advance_chain read and write chains, as the owner. No other role has a grant.
create policy definer on chains to liaison_owner using (true) with check (true);

create policy seen on chains for select to liaison_app using (false);

alter table leases enable row level security;

alter table leases force row level security;

-- Leases of server processes: only the engine reads and writes them (app/services/teams/presences.py). They belong to no
-- team.
create policy engine on leases to liaison_engine using (true) with check (true);

create policy seen on leases for select to liaison_app using (false);

grant select, insert, delete, update on leases to liaison_engine;

alter table positions enable row level security;

alter table positions force row level security;

-- The owner: commitments_between, differing and the erasing functions look up positions.
create policy definer on positions to liaison_owner using (true) with check (true);

-- The engine assigns the positions of every team. The last entry of a closed team still gets its position, so
-- positions, tiles and trees have no closed_… triggers.
create policy engine on positions to liaison_engine using (true) with check (true);

-- Read: positions up to the published size, and those whose header the member may read.
create policy seen on positions for select to liaison_app
  using ((jit = asking_jit())
    and (("position" < ( select coalesce(max(c.size), 0::bigint) as "coalesce"
                           from checkpoints c where (c.jit = asking_jit())))
      or (exists ( select 1 from headers h where (h.entry = positions.entry) offset 0))));

grant select on positions to liaison_app;

grant select, insert on positions to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on positions for each row execute function refuse_change();

alter table positions enable always trigger insert_only;

create trigger no_truncate before truncate on positions for each statement execute function refuse_change();

alter table positions enable always trigger no_truncate;

alter table tiles enable row level security;

alter table tiles force row level security;

create policy engine on tiles to liaison_engine using (true) with check (true);

-- Read: tiles that lie entirely within the published size. A tile of level L covers 256 to the power of L + 1
-- entries; level -1 covers 256.
create policy seen on tiles for select to liaison_app
  using ((jit = asking_jit())
    and (((number + 1) << (8 * (greatest((level)::integer, 0) + 1)))
      <= ( select coalesce(max(c.size), 0::bigint) as "coalesce"
             from checkpoints c where (c.jit = asking_jit()))));

grant select on tiles to liaison_app;

grant select, insert on tiles to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on tiles for each row execute function refuse_change();

alter table tiles enable always trigger insert_only;

create trigger no_truncate before truncate on tiles for each statement execute function refuse_change();

alter table tiles enable always trigger no_truncate;

alter table trees enable row level security;

alter table trees force row level security;

create policy engine on trees to liaison_engine using (true) with check (true);

-- Insert: the empty tree of a new team (app/ledger/founding.py). Only the engine extends it.
create policy inserted on trees for insert to liaison_app
  with check ((jit = asking_jit()) and (size = 0));

create policy seen on trees for select to liaison_app using (false);

grant insert on trees to liaison_app;

grant select, insert, update on trees to liaison_engine;
