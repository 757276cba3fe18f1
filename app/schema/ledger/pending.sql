-- Policies, grants and triggers of the table pending: committed ledger entries that have no position yet.
-- Columns: app/models/ledger.py. Emptied by app/ledger/sequencer.py.

alter table pending enable row level security;

alter table pending force row level security;

-- The owner: is_entered and similar functions look for an entry of the current transaction; close_team looks for
-- the last one.
create policy closing on pending to liaison_owner
  using ((session_user = 'liaison_engine') or (jit = asking_jit()));

-- The engine gives the entries of every team their positions.
create policy engine on pending to liaison_engine using (true) with check (true);

create policy inserted on pending for insert to liaison_app with check (jit = asking_jit());

-- Read: nobody. The queue also holds entries that the member may not read.
create policy seen on pending for select to liaison_app using (false);

grant insert on pending to liaison_app;

grant select, insert, delete on pending to liaison_engine;
