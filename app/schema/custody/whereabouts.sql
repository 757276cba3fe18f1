-- Row-level security, grants and triggers of the table whereabouts: physical custody, one row for each recorded item.
-- Columns: app/models/custody/physical_custody.py. Which event may follow which: app/access/custody_states.py,
-- app/services/custody/physical_custody.py.

-- Trigger function: corrections are counted one by one, and only a counted correction names another corrected entry.
-- The count makes a second correction of the same entry visible to demand_custody().
create function count_correction() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.corrections <> 0 and tg_op = 'INSERT'
     or tg_op = 'UPDATE' and new.corrections not in (old.corrections, old.corrections + 1)
     or tg_op = 'UPDATE' and new.corrections = old.corrections and new.corrects is distinct from old.corrects then
    raise exception 'corrections are counted one by one' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function count_correction from public;

-- Trigger function: each change commits together with a ledger entry about the custody of the exhibit. A correction
-- needs the entry that names what it corrects. Exempt is the erasure of names and places after custody ended.
-- Security definer: members cannot read the queue of appended entries.
create function demand_custody() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.standing in ('returned', 'destroyed') and (new.custodian = '—' or new.place = '—')
     and to_jsonb(new) - array['custodian', 'place'] = to_jsonb(old) - array['custodian', 'place']
     and exists (select 1 from evidence e where e.id = new.evidence and e.status = 'erased') then
    return null;
  end if;
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit
       -- Appended by this transaction.
       and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence
       and h.kind like 'custody.%'
       and (tg_op = 'INSERT' or new.corrections = old.corrections
            or h.kind = 'custody.corrected' and h.subject::jsonb ->> 'corrects' = new.corrects::text)) then
    raise exception 'what becomes of a thing stands in its custody' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_custody from public;

-- Trigger function, for members only: nothing changes while a handover is open, and custody that ended changes only
-- by a correction. Members put an item only into their own hands, and not out of the hands of another active member.
-- An item moves to another party only by a correction, and only to a party that obtained the exhibit.
-- Received handovers are applied as the owner (receive_handover()).
create function keep_whereabouts() returns trigger
    language plpgsql
    set search_path to 'public', 'pg_temp'
    as $$
    begin
      if current_user <> 'liaison_app' then return new; end if;
      if exists (select 1 from handovers h where h.evidence = new.evidence and h.state = 'offered') then
        raise exception 'a hand-over is open' using errcode = 'insufficient_privilege';
      end if;
      if new.seat is not null and (tg_op = 'INSERT' or new.seat is distinct from old.seat)
         and (new.seat is distinct from asking_seat() or new.party is distinct from asking_party()
              or (tg_op = 'UPDATE' and old.seat is not null)) then
        raise exception 'a seat receives it by its own word' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.corrections = old.corrections
         and (new.party is distinct from old.party or old.standing in ('returned', 'destroyed')) then
        raise exception 'only a correction does this' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.corrections = old.corrections
         and old.seat is distinct from new.seat and old.seat is distinct from asking_seat()
         and exists (select 1 from members m where m.jit = old.jit and m.id = old.seat
                       and m.state = 'seated' and (m.until is null or m.until > statement_timestamp())) then
        raise exception 'another seat has it in hand' using errcode = 'insufficient_privilege';
      end if;
      if new.corrects is not null and (tg_op = 'INSERT' or new.corrects is distinct from old.corrects)
         and not exists (select 1 from headers x where x.entry = new.corrects and x.evidence = new.evidence
                                                   and x.kind like 'custody.%' and x.kind <> 'custody.imported') then
        raise exception 'this is no entry of its custody' using errcode = 'insufficient_privilege';
      end if;
      if tg_op = 'UPDATE' and new.party is distinct from old.party and not exists (
           select 1 from releases r where r.jit = new.jit and r.evidence = new.evidence and r.party = asking_party()
              and new.party = asking_party() and obtained_by(r.party, r.originator, r.joint)) then
        raise exception 'a party receives it by its own word' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$;

-- Trigger function: an item under a legal hold is not recorded as destroyed. It locks the exhibit, so that a hold set
-- at the same moment is seen. Security definer: the member may not see whose hold it is, only that there is one.
create function refuse_destroyed_on_hold() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- This lock conflicts with the share lock that hold_unerased() takes for a new hold.
  perform 1 from evidence e where e.id = new.evidence and e.status <> 'erased' for no key update;
  if is_on_hold(new.evidence) then raise exception 'a legal hold stands' using errcode = 'LC001'; end if;
  return new;
end $$;

revoke all on function refuse_destroyed_on_hold from public;

-- Trigger function: times given by members are within a minute of the database clock (moment_near()). has_ended()
-- counts 30 days from this time.
create function time_whereabouts() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'liaison_app' then new.changed_at := moment_near(new.changed_at); end if;
  return new;
end $$;

revoke all on function time_whereabouts from public;

alter table whereabouts enable row level security;

alter table whereabouts force row level security;

-- Owner: receive_handover() moves an item, and forget_words() and forget_way() erase names and places.
create policy definer on whereabouts to liaison_owner using (true) with check (true);

-- Begin custody: leaders and contributors of an originator who see the exhibit, for their own party.
create policy inserted on whereabouts for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party()
              and (asking_roles() && array['leader', 'member']
                   and exists (
                         select 1 from releases r
                          where r.jit = whereabouts.jit and r.evidence = whereabouts.evidence
                            and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                            and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1
                          offset 0)));

-- Read: members whose party has the exhibit at least readable, and leaders and contributors of the originators who
-- see it.
create policy seen on whereabouts for select to liaison_app
  using (jit = asking_jit()
         and (exists (
                select 1 from releases r
                 where r.jit = whereabouts.jit and r.evidence = whereabouts.evidence
                   and r.party = asking_party()
                   and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
              or (asking_roles() && array['leader', 'member']
                  and exists (
                        select 1 from releases r
                         where r.jit = whereabouts.jit and r.evidence = whereabouts.evidence
                           and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                           and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1
                         offset 0))));

-- Record an event: members who may read the row and belong to an originator or to the responsible party, as leader,
-- contributor or current holder. Afterwards the own party is responsible, or the member belongs to an originator.
create policy updated on whereabouts for update to liaison_app
  using (jit = asking_jit()
         and (exists (
                select 1 from releases r
                 where r.jit = whereabouts.jit and r.evidence = whereabouts.evidence
                   and r.party = asking_party()
                   and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
              or (asking_roles() && array['leader', 'member']
                  and exists (
                        select 1 from releases r
                         where r.jit = whereabouts.jit and r.evidence = whereabouts.evidence
                           and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                           and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1
                         offset 0)))
         and ((asking_roles() && array['leader', 'member']
               and exists (
                     select 1 from releases r
                      where r.jit = whereabouts.jit and r.evidence = whereabouts.evidence
                        and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                        and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1 offset 0))
              or (party = asking_party()
                  and (asking_roles() && array['leader', 'member'] or seat = asking_seat()))))
  with check (jit = asking_jit()
              and (party = asking_party()
                   or (asking_roles() && array['leader', 'member']
                       and exists (
                             select 1 from releases r
                              where r.jit = asking_jit() and r.evidence = whereabouts.evidence
                                and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                                and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1
                              offset 0))));

grant select, insert, update (standing, party, seat, custodian, place, seal, corrects, changed_at, version,
  corrections)
  on whereabouts to liaison_app;

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on whereabouts referencing old table as touched for each statement
  execute function refuse_closed();

alter table whereabouts enable always trigger closed_delete;

create trigger closed_insert after insert on whereabouts referencing new table as touched for each statement
  execute function refuse_closed();

alter table whereabouts enable always trigger closed_insert;

create trigger closed_update after update on whereabouts referencing new table as touched for each statement
  execute function refuse_closed();

alter table whereabouts enable always trigger closed_update;

-- Corrections are counted one by one.
create trigger counted before insert or update on whereabouts
  for each row execute function count_correction();

-- Each change commits together with its ledger entry.
create constraint trigger entered after insert or update on whereabouts
  deferrable initially deferred for each row
  execute function demand_custody();

-- Members change custody only in the ways that keep_whereabouts() allows.
create trigger kept before insert or update on whereabouts for each row execute function keep_whereabouts();

-- An item under a legal hold is not destroyed. The check comes after row-level security: members without write access
-- learn nothing about holds.
create trigger on_hold after insert or update of standing on whereabouts for each row
  when (new.standing = 'destroyed'::text)
  execute function refuse_destroyed_on_hold();

-- The database confirms the times that members give.
create trigger timed before insert or update on whereabouts for each row execute function time_whereabouts();
