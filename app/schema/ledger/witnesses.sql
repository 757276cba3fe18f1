-- Policies, grants and triggers of witnesses, witness_states and cosignatures: cosigners of a ledger.
-- Columns: app/models/audit/witnesses.py. Who names one: app/services/audit/witnesses.py. Asking them: app/ledger/witnesses/registry.py.

alter table cosignatures enable row level security;

alter table cosignatures force row level security;

-- The engine asks the witnesses of every team and stores what they answer. Witnesses still cosign after the team is
-- closed, so cosignatures and witness_states have no closed_… triggers.
create policy engine on cosignatures to liaison_engine using (true) with check (true);

create policy seen on cosignatures for select to liaison_app using (jit = asking_jit());

grant select on cosignatures to liaison_app;

grant select, insert on cosignatures to liaison_engine;

-- Insert-only, for every role: rows are never changed, deleted or truncated.
create trigger insert_only before delete or update on cosignatures for each row execute function refuse_change();

alter table cosignatures enable always trigger insert_only;

create trigger no_truncate before truncate on cosignatures for each statement execute function refuse_change();

alter table cosignatures enable always trigger no_truncate;

alter table witness_states enable row level security;

alter table witness_states force row level security;

create policy engine on witness_states to liaison_engine using (true) with check (true);

create policy seen on witness_states for select to liaison_app using (jit = asking_jit());

grant select on witness_states to liaison_app;

grant select, insert, update on witness_states to liaison_engine;

alter table witnesses enable row level security;

alter table witnesses force row level security;

create policy engine on witnesses to liaison_engine using (true) with check (true);

-- Insert: a leader names a witness for their own party, in their own name.
create policy inserted on witnesses for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_lead()
    and named_by = asking_seat() and removed_at is null);

create policy seen on witnesses for select to liaison_app using (jit = asking_jit());

-- Update: a leader of the party removes its witness. A removed witness never changes again.
create policy updated on witnesses for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_lead()
    and removed_at is null)
  with check (jit = asking_jit() and party = asking_party() and may_lead()
    and removed_at is not null);

-- The key and the address of a witness never change: another key is another witness.
grant select, insert, update (removed_at) on witnesses to liaison_app;

grant select on witnesses to liaison_engine;
