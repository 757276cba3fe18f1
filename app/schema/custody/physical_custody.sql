-- Row-level security, grants and triggers of the table physical_custody: one row per recorded item.
-- Columns: app/models/custody/physical_custody.py. Which event may follow which, and which member of a party may record
-- it: app/access/custody_states.py. Two events at the same moment: the row lock of app/services/custody/physical_custody.py.

-- Whether the asking member is a leader or contributor of a party that obtained the exhibit, and sees the exhibit.
-- The policies of physical_custody and handovers use it.
create function asking_as_originator(wanted uuid) returns boolean language sql stable
return may_contribute() and exists (
  select 1 from releases r
   where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
     and obtained_by(r.party, r.originator, r.joint)
     and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1);

revoke all on function asking_as_originator from public;

grant execute on function asking_as_originator to liaison_app;

-- Whether the asking member reads the physical custody of the exhibit: its party has the exhibit at least readable, or
-- it is a leader or contributor of an originator. The policies of physical_custody and handovers use it.
create function can_read_custody(wanted uuid) returns boolean language sql stable
return exists (
         select 1 from releases r
          where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
            and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2)
       or asking_as_originator(wanted);

revoke all on function can_read_custody from public;

grant execute on function can_read_custody to liaison_app;

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

-- Trigger function: each change commits together with a ledger entry about the custody of the exhibit. A correction
-- needs the entry that names what it corrects. Exempt is the erasure of names and places after custody ended.
-- Security definer: members cannot read the queue of appended entries.
create function demand_custody() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.state in ('returned', 'destroyed') and (new.custodian = '—' or new.place = '—')
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
    raise exception 'a change of physical custody needs its ledger entry' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger function: no party writes physical custody in the place of another. A member makes itself the holder, and
-- nobody else. An item moves to the party of the asking member only: by a received handover, or by a correction of a
-- member of an originator. An active holder of another party is replaced only in these two ways. Custody that ended
-- changes only by a correction: demand_custody() lets the erasure of its names and places pass without an entry.
-- A correction may name its own member as the holder: its entry names that member, and the state is for the service to
-- decide.
create function keep_custody_of_others() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
declare
  is_correction boolean := tg_op = 'UPDATE' and new.corrections > old.corrections;
begin
  if current_user <> 'liaison_app' then return new; end if;
  if new.seat is not null and (tg_op = 'INSERT' or new.seat is distinct from old.seat)
     and (new.seat is distinct from asking_seat() or new.party is distinct from asking_party()) then
    raise exception 'a member becomes the holder only by its own act' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and old.state in ('returned', 'destroyed') and not is_correction then
    raise exception 'custody that ended changes only by a correction' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' or is_offered_to_asking_seat(new.evidence) and new.party = asking_party() then return new; end if;
  if new.party is distinct from old.party
     and not (is_correction and new.party = asking_party() and asking_as_originator(new.evidence)) then
    raise exception 'an item moves to another party by a received handover or by a correction of its originator'
      using errcode = 'insufficient_privilege';
  end if;
  if old.party is distinct from asking_party() and new.seat is distinct from old.seat and not is_correction
     and exists (select 1 from members m where m.jit = old.jit and m.id = old.seat and m.state = 'seated'
                                           and (m.until is null or m.until > statement_timestamp())) then
    raise exception 'a member of another party holds the item' using errcode = 'insufficient_privilege';
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

-- Trigger function: times given by members are within a minute of the database clock (moment_near()). has_ended()
-- counts 30 days from this time.
create function time_physical_custody() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'liaison_app' then new.changed_at := moment_near(new.changed_at); end if;
  return new;
end $$;

-- Whether physical custody ended more than 30 days ago. Until then a return that was recorded by mistake can be
-- corrected. due_ways() and hold_way() use it before they erase names and places.
create function has_ended(w physical_custody) returns boolean language sql stable
return w.state in ('returned', 'destroyed') and w.changed_at < statement_timestamp() - interval '30 days';

revoke all on function has_ended from public;

alter table physical_custody enable row level security;

alter table physical_custody force row level security;

-- Owner: forget_words() and forget_way() erase names and places.
create policy definer on physical_custody to liaison_owner using (true) with check (true);

-- Begin custody: leaders and contributors of an originator who see the exhibit, for their own party.
create policy inserted on physical_custody for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and asking_as_originator(evidence));

-- Read: members whose party has the exhibit at least readable, and leaders and contributors of the originators.
create policy seen on physical_custody for select to liaison_app
  using (jit = asking_jit() and can_read_custody(evidence));

-- Record an event: members of the responsible party, leaders and contributors of the originators, and the recipient of
-- an open handover. Afterwards the own party is responsible, or the member belongs to an originator.
create policy updated on physical_custody for update to liaison_app
  using (jit = asking_jit() and can_read_custody(evidence)
         and (party = asking_party() or asking_as_originator(evidence) or is_offered_to_asking_seat(evidence)))
  with check (jit = asking_jit() and (party = asking_party() or asking_as_originator(evidence)));

grant select, insert, update (state, party, seat, custodian, place, seal, corrects, changed_at, version,
  corrections)
  on physical_custody to liaison_app;

-- Corrections are counted one by one.
create trigger counted before insert or update on physical_custody
  for each row execute function count_correction();

-- Each change commits together with its ledger entry.
create constraint trigger entered after insert or update on physical_custody
  deferrable initially deferred for each row
  execute function demand_custody();

-- No party writes physical custody in the place of another.
create trigger kept before insert or update on physical_custody for each row execute function keep_custody_of_others();

-- An item under a legal hold is not destroyed. The check comes after row-level security: members without write access
-- learn nothing about holds.
create trigger on_hold after insert or update of state on physical_custody for each row
  when (new.state = 'destroyed')
  execute function refuse_destroyed_on_hold();

-- The database confirms the times that members give.
create trigger timed before insert or update on physical_custody for each row execute function time_physical_custody();
