-- Policies, grants and triggers of the table epochs: ended epochs of ledgers, after a loss or a change of the key.
-- Columns: app/models/ledger.py. How an epoch ends and the next begins: app/ledger/epochs.py.

alter table epochs enable row level security;

alter table epochs force row level security;

-- The engine ends epochs in the command `liaison epoch`, for any team.
create policy engine on epochs to liaison_engine using (true) with check (true);

create policy seen on epochs for select to liaison_app using (jit = asking_jit());

grant select on epochs to liaison_app;

grant select, insert on epochs to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on epochs for each row execute function refuse_change();

alter table epochs enable always trigger insert_only;

create trigger no_truncate before truncate on epochs for each statement execute function refuse_change();

alter table epochs enable always trigger no_truncate;
