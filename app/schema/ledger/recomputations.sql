-- Policies and grants of the table recomputations: how far the nightly check of a ledger has come.
-- Columns: app/models/tiles.py. The check: app/ledger/tree/recomputing.py.

alter table recomputations enable row level security;

alter table recomputations force row level security;

-- The engine checks the ledgers of every team. No closed_… triggers: these rows are still written after the team is
-- closed.
create policy engine on recomputations to liaison_engine using (true) with check (true);

create policy seen on recomputations for select to liaison_app using ((jit = asking_jit()) and true);

-- Members learn when the check ran. Its findings are for the operator of the server; members see an alarm.
grant select (jit, started_at, finished_at) on recomputations to liaison_app;

grant select, insert, update on recomputations to liaison_engine;
