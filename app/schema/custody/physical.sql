-- Functions about physical custody and handovers. Tables: app/models/custody/physical_custody.py (whereabouts, handovers).
-- Callers: app/services/custody/physical_custody.py, handovers.py and handover_clock.py, and policies and functions of app/schema.

-- Alerts a leader of the offering party, once, that a handover is overdue. Returns the alert for its ledger entry,
-- and no row if the offer was answered meanwhile or the party never had a leader. app/services/custody/handover_clock.py
-- calls it. Security definer: the engine neither writes alerts nor reads names.
create function alarm_handover(wanted uuid, new_id uuid)
  returns table (id uuid, originator uuid, evidence uuid, exhibit_number text, owner text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h handovers;
  whose uuid;
begin
  update handovers x set alarmed_at = statement_timestamp()
   where x.id = wanted and x.state = 'offered' and x.alarmed_at is null and x.due_at <= statement_timestamp()
  returning * into h;
  if not found then return; end if;
  whose := leader_of(h.evidence, h.party, h.offered_by);
  if whose is null then return; end if;
  insert into alerts (id, jit, originator, kind, handover, evidence, party, seat, openings, raised_at, owner)
    values (new_id, h.jit, h.party, 'handover', h.id, h.evidence, h.to_party, h.to_seat, 0,
            statement_timestamp(), whose);
  return query select new_id, h.party, h.evidence, e.exhibit_number, m.code
    from evidence e join members m on m.jit = e.jit and m.id = whose where e.id = h.evidence;
end $$;

revoke all on function alarm_handover from public;

grant execute on function alarm_handover to liaison_engine;

-- Whether every party with a release to download the original, now or later, has received every file completely.
-- False while a file is incomplete or such a release still waits. may_be_erased() uses it to end a transfer.
-- Security definer: it reads releases and deliveries of all parties.
create function is_taken_by_all(wanted uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with intended as (
    select r.party from releases r where r.evidence = wanted and r.party <> r.originator and r.level = 3
       and (r.until is null or r.until > statement_timestamp())),
  kept as (select f.id, f.state from files f where f.evidence = wanted and f.state not in ('discarded', 'erased'))
  select exists (select 1 from intended) and exists (select 1 from kept)
     and not exists (select 1 from kept where state <> 'ready')
     and not exists (select 1 from waiting_releases w where w.evidence = wanted and w.level = 3)
     and not exists (select 1 from intended i cross join kept k where not exists (
           select 1 from deliveries d where d.evidence = wanted and d.file = k.id and d.party = i.party));
end;

revoke all on function is_taken_by_all from public;

-- Whether physical custody ended more than 30 days ago. Until then a return that was recorded by mistake can be
-- corrected. due_ways() and hold_way() use it before they erase names and places.
create function has_ended(w whereabouts) returns boolean language sql stable
return w.standing in ('returned', 'destroyed') and w.changed_at < statement_timestamp() - interval '30 days';

revoke all on function has_ended from public;

-- Whether the asking member may hand the item over. The member has the item, or no active member has it and the
-- member is a leader or contributor of the responsible party. The insert policy of handovers and
-- app/services/custody/physical_custody.py use it. Security definer: the answer also depends on members and releases that the
-- asking member does not see.
create function may_hand_over(wanted uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return (exists (
              select 1 from releases r
               where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
                 and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
            or (asking_roles() && array['leader', 'member']
                and exists (
                      select 1 from releases r
                       where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
                         and obtained_by(r.party, r.originator, r.joint)
                         and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1 offset 0)))
           and exists (
                 select 1 from whereabouts w
                  where w.jit = asking_jit() and w.evidence = wanted and w.party = asking_party()
                    and w.standing in ('held', 'stored', 'out')
                    and (w.seat = asking_seat()
                         or (asking_roles() && array['leader', 'member']
                             and not exists (
                                   select 1 from members m
                                    where m.jit = w.jit and m.id = w.seat and m.state = 'seated'
                                      and (m.until is null or m.until > statement_timestamp())))));

revoke all on function may_hand_over from public;

grant execute on function may_hand_over to liaison_app;

-- Whether a member can receive the item: active, neither auditor nor current holder, and able to read the exhibit
-- now. A party that did not obtain the exhibit hands it over within the party or to an originator only. Any other
-- answer would tell it which parties have a release (Regulation (EU) 2023/969, Art. 19(2)).
-- The insert policy of handovers, app/services/custody/handovers.py and app/services/custody/physical_custody.py use it.
-- Security definer: it reads releases of other parties.
create function may_receive(wanted uuid, whom uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return (exists (
              select 1 from releases r
               where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
                 and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
            or (asking_roles() && array['leader', 'member']
                and exists (
                      select 1 from releases r
                       where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
                         and obtained_by(r.party, r.originator, r.joint)
                         and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1 offset 0)))
           and exists (
                 select 1 from members m
                    join parties p on p.jit = m.jit and p.id = m.party
                    join releases r on r.jit = m.jit and r.party = m.party and r.evidence = wanted
                    join whereabouts w on w.jit = m.jit and w.evidence = wanted
                  where m.jit = asking_jit() and m.id = whom and m.id <> asking_seat()
                    and m.id is distinct from w.seat and m.state = 'seated'
                    and (m.until is null or m.until > statement_timestamp()) and p.status = 'active'
                    and (p.leaves_at is null or p.leaves_at > statement_timestamp())
                    and w.party = asking_party()
                    and (m.party = asking_party()
                         or obtained_by(m.party, r.originator, r.joint)
                         or obtained_by(asking_party(), r.originator, r.joint))
                    and not 'auditor' = any (m.roles)
                    and admits(r.level, r.authorities, r.seats, r.not_before, r.until, m.id, m.authority,
                               case
                                 when m.roles && array['leader', 'member'] then 'member'
                                 when 'coordinator' = any (m.roles) then 'coordinator'
                                 else ''
                               end) >= 2);

revoke all on function may_receive from public;

grant execute on function may_receive to liaison_app;
