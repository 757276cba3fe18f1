-- Trigger functions of signing.sql: how many keys and signatures a party has, and when they were made.
-- Decisions: app/services/coordination/signing.py, app/services/coordination/signing.py.

-- Trigger `bounded` of signing_keys and decision_signatures: a party has 20 valid keys at most, as MOST_KEYS
-- in app/services/coordination/signing.py. Under a decision it has one signature with a valid key. The lock is the one of
-- `in_turn` in app/services/coordination/signing.py: keys and signatures of one party are written one after the other.
-- LJ003: a limit is reached.
create function bound_signing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('liaison-signing ' || new.party::text, 0));
  if tg_table_name = 'signing_keys' then
    if (select count(*) from signing_keys k
         where k.jit = new.jit and k.party = new.party and k.revoked_at is null) > 20 then
      raise exception 'a party has so many keys at most' using errcode = 'LJ003';
    end if;
  elsif (select count(*) from decision_signatures s join signing_keys k on k.jit = s.jit and k.id = s.key
          where s.message = new.message and s.party = new.party and k.revoked_at is null) > 1 then
    raise exception 'a party signs a decision once' using errcode = 'LJ003';
  end if;
  return null;
end $$;

revoke all on function bound_signing from public;

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
