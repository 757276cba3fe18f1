-- Policies, grants and triggers of the table timestamps: time stamps of checkpoints (RFC 3161).
-- Columns: app/models/ledger.py. When a checkpoint is stamped: app/ledger/signing/timestamps.py.

alter table timestamps enable row level security;

alter table timestamps force row level security;

-- The engine requests and stores the time stamps of every team. No closed_… triggers: these rows are still written
-- after the team is closed.
create policy engine on timestamps to liaison_engine using (true) with check (true);

create policy seen on timestamps for select to liaison_app using (jit = asking_jit());

grant select on timestamps to liaison_app;

grant select, insert on timestamps to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on timestamps for each row execute function refuse_change();

alter table timestamps enable always trigger insert_only;

create trigger no_truncate before truncate on timestamps for each statement execute function refuse_change();

alter table timestamps enable always trigger no_truncate;
