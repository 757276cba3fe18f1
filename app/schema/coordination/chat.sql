-- Functions about channels and chat that the policies of channels.sql and messages.sql use, and the deletion
-- of old chat.
-- The same decisions in Python: app/access/coordination/channels.py, app/services/coordination/signing.py.

-- Deletes at most `most` chat messages whose retention period is over and returns how many. The period is the
-- team's latest rule, or 30 days without one (DEFAULT_RETENTION_DAYS in app/services/coordination/channels.py). Former versions, links and
-- translations go with them (foreign keys). The worker calls it (app/services/coordination/chat_expiry.py). Security
-- definer: the engine cannot delete messages.
create function erase_old_talk(most integer) returns integer
language sql security definer set search_path = public, pg_temp
begin atomic
  with due as (
    select m.id from channels c
      cross join lateral (select statement_timestamp() - make_interval(days => coalesce(
        (select r.days from talk_rules r where r.jit = c.jit order by r.id desc limit 1), 30)) as until) k
      cross join lateral (
        select x.id from messages x
         where x.channel = c.id and x.kind = 'talk' and x.at <= k.until limit most) m
     limit most),
  gone as (delete from messages m using due d where m.id = d.id returning m.id)
  select count(*)::integer from gone;
end;

revoke all on function erase_old_talk from public;

grant execute on function erase_old_talk to liaison_engine;

-- Trigger `held` of translations: the message still has this version and a text, and its channel is open. It
-- locks the message, then the pulse, as all who write here do. A withdrawal at the same time waits and then
-- deletes the translation; an earlier one is seen. A message has 40 translations at most, as MOST in
-- app/services/coordination/translations.py. LJ003: a limit is reached. Security definer: the application cannot write
-- pulses.
create function hold_translation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  within uuid;
begin
  select m.channel into within from messages m
   where m.id = new.message and m.jit = new.jit and m.text is not null and m.version = new.of_version
     for share;
  if within is null then
    raise exception 'there are no such words to translate' using errcode = 'insufficient_privilege';
  end if;
  update pulses p set beats = beats + 1 where p.channel = within;
  if not exists (select 1 from channels c where c.id = within and c.closed_at is null) then
    raise exception 'the channel is closed' using errcode = 'insufficient_privilege';
  end if;
  if (select count(*) from translations t where t.message = new.message) > 40 then
    raise exception 'a message has so many translations at most' using errcode = 'LJ003';
  end if;
  return null;
end $$;

-- Whether these parties can have a channel: all of them are active and of the Union. The insert policy of
-- channels calls it.
create function may_meet(named uuid[]) returns boolean
language sql stable set search_path = public, pg_temp
return not exists (
  select 1 from unnest(named) as n (party)
   where not exists (
     select 1 from parties p
      where p.jit = asking_jit() and p.id = n.party and not beyond_the_union(p.kind)
        and p.status = 'active'));

-- The parties of a channel that sign a decision of the asking party themselves. A party demands it for all
-- decisions, or for its own only. The policy `signers` of messages and app/services/coordination/signing.py call it.
create function signers_of(wanted uuid) returns uuid[] language sql stable set search_path = public, pg_temp
return (
  select coalesce(array_agg(d.party order by d.party), '{}')
    from signing_demands d join parties p on p.jit = d.jit and p.id = d.party
      join channels c on c.jit = d.jit and c.id = wanted
   where d.jit = asking_jit() and p.status <> 'left' and not beyond_the_union(p.kind)
     and (c.whole or p.id = any (c.parties))
     and (d.scope = 'all' or (d.scope = 'own' and d.party = asking_party())));

-- Whether these members belong to the channel: active, no auditors, of one of its parties, and of the Union.
-- The policies of messages call it for mentioned members.
create function sit_in(wanted uuid, named uuid[]) returns boolean
language sql stable set search_path = public, pg_temp
return not exists (
  select 1 from unnest(named) as n (seat) where not exists (
    select 1 from members m join parties p on p.jit = m.jit and p.id = m.party
      join channels c on c.jit = m.jit and c.id = wanted
     where m.jit = asking_jit() and m.id = n.seat and m.state = 'seated' and not may_audit(m.roles)
       and not beyond_the_union(p.kind) and (c.whole or p.id = any (c.parties))));

-- Whether the asking member belongs to a channel: a member of one of its parties, no auditor, and of the
-- Union. What is addressed to parties beyond the Union needs an attestation, which chat cannot have
-- (Regulation (EU) 2023/969, Art. 17(2)). The policies of channels call it; app/access/coordination/channels.py decides
-- the same.
create function sits_in(everybody boolean, named uuid[]) returns boolean
language sql stable set search_path = public, pg_temp
return asking_party() is not null and asking_seat() is not null and not may_audit()
  and (everybody or asking_party() = any (named))
  and exists (
    select 1 from parties p
     where p.jit = asking_jit() and p.id = asking_party() and not beyond_the_union(p.kind));

-- The time before which chat of the asking team is not shown any more: now minus the retention period. The
-- policies of messages call it. The same period as in erase_old_talk.
create function talk_kept() returns timestamptz language sql stable set search_path = public, pg_temp
return statement_timestamp() - make_interval(days => coalesce(
  (select r.days from talk_rules r where r.jit = asking_jit() order by r.id desc limit 1), 30));

-- Whether a decision of this channel is of the asking member's party. The policy `inserted` of messages calls it.
-- Security definer: the answer does not depend on which members the asker sees.
create function is_own_decision(wanted uuid, within uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from messages m join members s on s.jit = m.jit and s.id = m.seat
   where m.jit = asking_jit() and m.id = wanted and m.channel = within and m.kind = 'decision'
     and (m.seat = asking_seat() or s.party = asking_party()));

revoke all on function is_own_decision from public;

grant execute on function is_own_decision to liaison_app;
