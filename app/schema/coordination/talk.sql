create function erase_old_talk(most integer) returns integer
language sql security definer set search_path = public, pg_temp
begin atomic
  with due as (
    select m.id from channels c
      cross join lateral (select statement_timestamp() - make_interval(days => coalesce(
        (select r.days from talk_rules r where r.jit = c.jit order by r.id desc limit 1), 30)) as until) k
      cross join lateral (
        select x.id from messages x where x.channel = c.id and x.kind = 'talk' and x.at <= k.until limit most) m
     limit most),
  gone as (delete from messages m using due d where m.id = d.id returning m.id)
  select count(*)::integer from gone;
end;

revoke all on function erase_old_talk from public;

grant execute on function erase_old_talk to liaison_engine;

create function hold_translation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  within uuid;
begin
  select m.channel into within from messages m
   where m.id = new.message and m.jit = new.jit and m.text is not null and m.version = new.of_version for share;
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

revoke all on function hold_translation from public;

create function may_meet(named uuid[]) returns boolean language sql stable set search_path = public, pg_temp
return not exists (
  select 1 from unnest(named) as n (party)
   where not exists (select 1 from parties p where p.jit = asking_jit() and p.id = n.party and not beyond_the_union(p.kind) and p.status = 'active'));

create function may_put_right(wanted uuid, within uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from messages m join members s on s.jit = m.jit and s.id = m.seat
   where m.jit = asking_jit() and m.id = wanted and m.channel = within and m.kind = 'decision'
     and (m.seat = asking_seat() or (s.party = asking_party() and 'leader' = any (asking_roles()))));

revoke all on function may_put_right from public;

grant execute on function may_put_right to liaison_app;

create function signers_of(wanted uuid) returns uuid[] language sql stable set search_path = public, pg_temp
return (
  select coalesce(array_agg(d.party order by d.party), '{}')
    from signing_demands d join parties p on p.jit = d.jit and p.id = d.party
      join channels c on c.jit = d.jit and c.id = wanted
   where d.jit = asking_jit() and p.status <> 'left' and not beyond_the_union(p.kind)
     and (c.whole or p.id = any (c.parties))
     and (d.scope = 'all' or (d.scope = 'own' and d.party = asking_party())));

create function sit_in(wanted uuid, named uuid[]) returns boolean language sql stable set search_path = public, pg_temp
return not exists (
  select 1 from unnest(named) as n (seat) where not exists (
    select 1 from members m join parties p on p.jit = m.jit and p.id = m.party
      join channels c on c.jit = m.jit and c.id = wanted
     where m.jit = asking_jit() and m.id = n.seat and m.state = 'seated' and not 'auditor' = any (m.roles)
       and not beyond_the_union(p.kind) and (c.whole or p.id = any (c.parties))));

create function sits_in(everybody boolean, named uuid[]) returns boolean
language sql stable set search_path = public, pg_temp
return asking_party() is not null and asking_seat() is not null and not 'auditor' = any (asking_roles())
  and (everybody or asking_party() = any (named)) and exists (select 1 from parties p where p.jit = asking_jit() and p.id = asking_party() and not beyond_the_union(p.kind));

create function talk_kept() returns timestamptz language sql stable set search_path = public, pg_temp
return statement_timestamp() - make_interval(days => coalesce(
  (select r.days from talk_rules r where r.jit = asking_jit() order by r.id desc limit 1), 30));
