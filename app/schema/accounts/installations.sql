-- Row-level security and grants of installations: the fingerprint of the master key.
-- Columns: app/models/accounts/administration.py. Use: app/ledger/state_folder.py.

alter table installations enable row level security;

alter table installations force row level security;

-- The engine role starts the server: it records the fingerprint once, and compares it at each start.
create policy engine on installations to liaison_engine using (true) with check (true);

-- Read: nobody else.
create policy seen on installations for select to liaison_app using (false);

grant select, insert on installations to liaison_engine;

-- Another master key cannot read what is stored, so the fingerprint never changes.
create trigger kept before delete or update or truncate on installations for each statement
  execute function refuse_change();

alter table installations enable always trigger kept;
