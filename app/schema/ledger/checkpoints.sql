-- Policies, grants and triggers of the table checkpoints: the published, signed heads of a team's ledger.
-- Columns: app/models/ledger.py. When a head is published: app/ledger/checkpoints.py.

alter table checkpoints enable row level security;

alter table checkpoints force row level security;

-- The owner: commitments_between reads the published size.
create policy definer on checkpoints to liaison_owner using (true) with check (true);

-- The engine publishes the heads of every team. No closed_… triggers: these rows are still written after the team
-- is closed.
create policy engine on checkpoints to liaison_engine using (true) with check (true);

create policy seen on checkpoints for select to liaison_app using (jit = asking_jit());

grant select on checkpoints to liaison_app;

grant select, insert on checkpoints to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on checkpoints for each row execute function refuse_change();

alter table checkpoints enable always trigger insert_only;

create trigger no_truncate before truncate on checkpoints for each statement execute function refuse_change();

alter table checkpoints enable always trigger no_truncate;
