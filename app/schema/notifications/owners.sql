-- Which leader owns an alert, which alerts a request raised, and alerts about refused releases.
-- Table: alerts.sql.
-- Decisions: app/services/notifications/alerts.py, app/services/sharing/emergency_access.py, app/services/sharing/parent_bounds.py.

-- The leader of the originator who owns an alert about an exhibit and what `recipient` did with it. Active
-- leaders come first, then those who see the exhibit, then the one who released it to that party, then the
-- one who registered it. Without an active leader it is a former one; null if the originator never had a
-- leader. raise_alerts, begin_emergency, tell_attempt and app/services/notifications/alerts.py call it. Security definer:
-- it reads members and releases of other parties.
create function leader_for(wanted uuid, recipient uuid) returns uuid
    language sql stable security definer set search_path = public, pg_temp
    return (
      select m.id from evidence e
        join members m on m.jit = e.jit and m.party = e.originator and may_lead(m.roles)
        left join releases own on own.jit = e.jit and own.party = e.originator and own.evidence = e.id
        left join releases r on r.jit = e.jit and r.party = recipient and r.evidence = e.id
       where e.id = wanted
       order by (m.jit = e.jit and m.party = e.originator and m.state = 'seated' and may_lead(m.roles)
                 and (m.until is null or m.until > statement_timestamp())) desc,
                (own.seats is null or m.id = any (own.seats)) desc,
                (m.id = r.granted_by) desc nulls last, (m.id = e.registered_by) desc, m.code
       limit 1);

revoke all on function leader_for from public;

grant execute on function leader_for to liaison_engine;

-- The leader of the party `whose` who owns an alert about an overdue handover. Active leaders come first,
-- then those who see the exhibit, by name or by authority, then the member `first`, who offered it. The
-- callers are alarm_handover (custody/handover_alert.sql) and app/services/notifications/alerts.py. Security definer: as
-- leader_for.
create function leader_of(wanted uuid, whose uuid, first uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp
return (
  select m.id from evidence e join members m on m.jit = e.jit and m.party = whose and may_lead(m.roles)
    left join releases own on own.jit = e.jit and own.party = whose and own.evidence = e.id
   where e.id = wanted
   order by (m.state = 'seated' and may_lead(m.roles)
             and (m.until is null or m.until > statement_timestamp())) desc,
            (own.seats is null or m.id = any (own.seats)) desc,
            (own.authorities is null or m.authority = any (own.authorities)) desc, (m.id = first) desc, m.code
   limit 1);

revoke all on function leader_of from public;

grant execute on function leader_of to liaison_engine;

-- The alerts that an access of the asking member raised, with their owners. In the same request,
-- app/services/notifications/alerts.py enters them in the ledger. Security definer: alerts are readable by the originator
-- only.
create function raised_by(wanted uuid)
returns table (id uuid, kind text, originator uuid, owner text, openings integer)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.kind, a.originator, m.code, a.openings
    from alerts a join members m on m.jit = a.jit and m.id = a.owner
   where a.opening = wanted and a.seat = asking_seat() and a.jit = asking_jit() order by a.kind;
end;

revoke all on function raised_by from public;

grant execute on function raised_by to liaison_app;

-- The same for an emergency access of the asking member; app/services/sharing/emergency_access.py calls it.
create function raised_by_emergency(wanted uuid)
returns table (id uuid, kind text, originator uuid, owner text, openings integer)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.kind, a.originator, m.code, a.openings
    from alerts a join members m on m.jit = a.jit and m.id = a.owner
   where a.emergency = wanted and a.seat = asking_seat() and a.jit = asking_jit();
end;

revoke all on function raised_by_emergency from public;

grant execute on function raised_by_emergency to liaison_app;

-- Records that the asking member tried to release a derived exhibit to `to_party` further than its sources
-- (`refusing`) allow. It raises an alert of kind `beyond` for the originator of each such source and returns
-- these alerts. app/services/sharing/parent_bounds.py calls it. A source counts only if it was released to the asking
-- party, or if an exhibit of that party is derived from it. Security definer: the application cannot write
-- attempts or alerts.
create function tell_attempt(attempt uuid, to_party uuid, refusing uuid[])
  returns table (id uuid, originator uuid, evidence uuid, exhibit_number text, owner text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into release_attempts (id, jit, seat, attempted_at)
    values (attempt, asking_jit(), asking_seat(), statement_timestamp());
  return query
    with told as (
      insert into alerts
          (id, jit, originator, kind, evidence, party, seat, recipient, openings, raised_at, owner)
        -- The id begins with the time of the attempt, so that alerts are sorted by time.
        select (left(attempt::text, 24) || left(md5(random()::text), 12))::uuid, e.jit, e.originator,
               'beyond', e.id, asking_party(), asking_seat(), to_party, 0, statement_timestamp(),
               leader_for(e.id, asking_party())
          from evidence e
         where e.jit = asking_jit() and e.id = any (refusing) and e.originator <> asking_party()
           and leader_for(e.id, asking_party()) is not null
           and (exists (select 1 from releases r
                         where r.jit = e.jit and r.evidence = e.id and r.party = asking_party())
                or exists (select 1 from bounds b join evidence c on c.id = b.evidence
                            where b.bound_by = e.id and c.originator = asking_party()))
      returning alerts.id, alerts.originator, alerts.evidence, alerts.owner)
    select t.id, t.originator, t.evidence, e.exhibit_number, m.code
      from told t join evidence e on e.id = t.evidence join members m on m.jit = e.jit and m.id = t.owner
     order by t.evidence;
end $$;

revoke all on function tell_attempt from public;

grant execute on function tell_attempt to liaison_app;
