-- Signatures of parties under decisions, their keys, and what they demand to sign. Each row is tied to a
-- ledger entry that says the same. PostgreSQL cannot check Ed25519: app/services/coordination/signing.py does.
-- Columns: app/models/coordination/signing.py. Decisions: app/services/coordination/signing.py.

-- Trigger `timed` of signing_keys, signing_demands and decision_signatures: a time that is not close to the
-- database's clock is replaced by it.
create function time_signing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'signing_demands' then
    new.decided_at := moment_near(new.decided_at);
  elsif tg_table_name = 'decision_signatures' then
    new.at := moment_near(new.at);
  elsif tg_op = 'INSERT' then
    new.named_at := moment_near(new.named_at);
  else
    new.revoked_at := moment_near(new.revoked_at);
  end if;
  return new;
end $$;

alter table decision_signatures enable row level security;

alter table decision_signatures force row level security;

-- close_team (teams/closing.sql) runs as the owner and looks for decisions that still await a signature.
create policy closing on decision_signatures for select to liaison_owner using (jit = asking_jit());

-- Sign: leaders, contributors and coordinators, for their own party, a decision whose text is not erased. The
-- key is of that party and not revoked. The ledger entry names this decision and key and has this signature.
create policy inserted on decision_signatures for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and seat = asking_seat()
              and may_record_decisions()
              and exists (
                select 1 from messages m
                 where m.id = decision_signatures.message and m.jit = decision_signatures.jit
                   and m.kind = 'decision' and m.text is not null offset 0)
              and exists (
                select 1 from signing_keys k
                 where k.id = decision_signatures.key and k.jit = decision_signatures.jit
                   and k.party = asking_party() and k.revoked_at is null offset 0)
              and exists (
                select 1 from headers h
                 where h.entry = decision_signatures.entry and h.jit = decision_signatures.jit
                   and h.party = asking_party() and h.kind = 'decision.signed'
                   and h.subject::jsonb ->> 'message' = decision_signatures.message::text
                   and h.subject::jsonb ->> 'signing_key' = decision_signatures.key::text
                   and exists (
                     select 1 from fields f
                      where f.entry = h.entry and f.name = 'signature'
                        and f.value::jsonb #>> '{}'
                          = translate(encode(decision_signatures.signature, 'base64'), chr(10), ''))
                 offset 0));

-- Read: everyone who reads the decision. Here and below, `offset 0` makes PostgreSQL look up one row by its
-- key. Without it, PostgreSQL also plans a table of all such rows.
create policy seen on decision_signatures for select to liaison_app
  using (jit = asking_jit()
         and exists (
           select 1 from messages m
            where m.id = decision_signatures.message and m.jit = decision_signatures.jit offset 0));

grant select, insert on decision_signatures to liaison_app;

-- A signature never changes, whoever writes.
create trigger insert_only before delete or update on decision_signatures for each row
  execute function refuse_change();

alter table decision_signatures enable always trigger insert_only;

create trigger no_truncate before truncate on decision_signatures for each statement
  execute function refuse_change();

alter table decision_signatures enable always trigger no_truncate;

create trigger timed before insert on decision_signatures for each row execute function time_signing();

alter table signing_demands enable row level security;

alter table signing_demands force row level security;

-- Decide: leaders, for their own party. The ledger entry has the same scope.
create policy inserted on signing_demands for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_lead()
              and decided_by = asking_seat() and version = 1
              and exists (
                select 1 from headers h
                 where h.entry = signing_demands.entry and h.jit = signing_demands.jit
                   and h.party = asking_party() and h.kind = 'signing.demanded'
                   and exists (
                     select 1 from fields f
                      where f.entry = h.entry and f.name = 'scope'
                        and f.value::jsonb #>> '{}' = signing_demands.scope) offset 0));

-- Read: all members of the team.
create policy seen on signing_demands for select to liaison_app using (jit = asking_jit());

-- Change: leaders of the party, each time with a new ledger entry.
create policy updated on signing_demands for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_lead())
  with check (jit = asking_jit() and party = asking_party() and may_lead()
              and decided_by = asking_seat()
              and exists (
                select 1 from headers h
                 where h.entry = signing_demands.entry and h.jit = signing_demands.jit
                   and h.party = asking_party() and h.kind = 'signing.demanded'
                   and exists (
                     select 1 from fields f
                      where f.entry = h.entry and f.name = 'scope'
                        and f.value::jsonb #>> '{}' = signing_demands.scope) offset 0));

grant select, insert, update (scope, entry, decided_by, decided_at, version) on signing_demands to liaison_app;

-- The ledger entry is of the same transaction (demand_entered_now in shared/entries_with_changes.sql). An
-- older entry cannot be used again to go back to a former scope.
create trigger entered_now after insert or update on signing_demands for each row
  execute function demand_entered_now();

create trigger timed before insert or update on signing_demands for each row execute function time_signing();

alter table signing_keys enable row level security;

alter table signing_keys force row level security;

-- Name a key: leaders, for their own party. The ledger entry names this key.
create policy inserted on signing_keys for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_lead()
              and named_by = asking_seat() and revoked_at is null
              and exists (
                select 1 from headers h
                 where h.entry = signing_keys.entry and h.jit = signing_keys.jit and h.party = asking_party()
                   and h.kind = 'signing.key_named'
                   and h.subject::jsonb ->> 'signing_key' = signing_keys.id::text
                   and exists (
                     select 1 from fields f
                      where f.entry = h.entry and f.name = 'public_key'
                        and f.value::jsonb #>> '{}' = encode(signing_keys.public, 'base64')) offset 0));

-- The reason of a revocation is that of its ledger entry.
create policy reasoned_so on signing_keys as restrictive for update to liaison_app
  using (true)
  with check (true
              and exists (
                select 1 from fields f
                 where f.entry = signing_keys.revocation and f.name = 'reason'
                   and f.value::jsonb #>> '{}' = signing_keys.reason offset 0));

-- Read: all members of the team.
create policy seen on signing_keys for select to liaison_app using (jit = asking_jit());

-- Revoke: leaders of the party, with a ledger entry. `using` also admits contributors and coordinators,
-- because those who sign lock the key (select … for share): a revocation comes before or after the signature.
create policy updated on signing_keys for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and revoked_at is null
         and may_record_decisions())
  with check (jit = asking_jit() and party = asking_party() and may_lead()
              and revoked_by = asking_seat()
              and exists (
                select 1 from headers h
                 where h.entry = signing_keys.revocation and h.jit = signing_keys.jit
                   and h.party = asking_party() and h.kind = 'signing.key_revoked'
                   and h.subject::jsonb ->> 'signing_key' = signing_keys.id::text
                   and exists (
                     select 1 from fields f
                      where f.entry = h.entry and f.name = 'public_key'
                        and f.value::jsonb #>> '{}' = encode(signing_keys.public, 'base64')) offset 0));

-- The name of a key is that of its ledger entry.
create policy worded_so on signing_keys as restrictive for insert to liaison_app
  with check (true
              and exists (
                select 1 from fields f
                 where f.entry = signing_keys.entry and f.name = 'key_name'
                   and f.value::jsonb #>> '{}' = signing_keys.name offset 0));

grant select, insert, update (revocation, revoked_by, revoked_at, reason) on signing_keys to liaison_app;

-- The ledger entry of a key, or of its revocation, is of the same transaction.
create trigger entered_now after insert or update on signing_keys for each row execute function demand_entered_now();

create trigger timed before insert or update on signing_keys for each row execute function time_signing();
