-- Functions, row-level security, grants and triggers of the table storage: the number of bytes that each party stores.
-- Columns: app/models/evidence/evidence.py. The quota: app/services/evidence/storage.py.

-- Returns how many bytes the asking party and the whole team store. A lock until the end of the transaction admits
-- one announcement of a team at a time: two uploads together cannot exceed the quota.
-- app/services/evidence/storage.py calls it.
-- Security definer: members read only the row of their own party.
create function claim_storage(out of_party bigint, out of_jit bigint)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('storage/' || asking_jit()::text, 0));
  select coalesce(sum(s.bytes) filter (where s.party = asking_party()), 0), coalesce(sum(s.bytes), 0)
    into of_party, of_jit from storage s where s.jit = asking_jit();
end $$;

revoke all on function claim_storage from public;

grant execute on function claim_storage to liaison_app;

alter table storage enable row level security;

alter table storage force row level security;

-- Owner: weigh_file() keeps the rows, and claim_storage() reads them.
create policy definer on storage to liaison_owner using (true) with check (true);

-- Read: the party's own number only.
create policy seen on storage for select to liaison_app
  using ((jit = asking_jit()) and (party = asking_party()));

grant select on storage to liaison_app;
