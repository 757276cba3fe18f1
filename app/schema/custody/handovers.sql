-- Row-level security, grants and triggers of the table handovers: physical items offered by one member to another.
-- Columns: app/models/custody/physical_custody.py. Who offers and answers: app/services/custody/handovers.py,
-- app/schema/custody/physical.sql.

-- Trigger function: each offer and each answer commits together with the ledger entry that names this handover.
-- Security definer: members cannot read the queue of appended entries.
create function demand_handover() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit
       -- Appended by this transaction.
       and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence
       and h.kind = 'custody.' || new.state and h.subject::jsonb ->> 'handover' = new.id::text) then
    raise exception 'a hand-over stands in its custody' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_handover from public;

-- Trigger function: a received handover makes the receiving member and its party responsible for the item.
-- Security definer: the receiver writes a row for which another party is still responsible.
create function receive_handover() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update whereabouts w
     set standing = 'held', party = new.to_party, seat = new.to_seat, place = new.place, changed_at = new.answered_at,
         custodian = (select m.name from members m where m.jit = new.jit and m.id = new.to_seat), version = w.version + 1
   where w.evidence = new.evidence;
  return null;
end $$;

revoke all on function receive_handover from public;

-- Trigger function: times of offers and answers by members are within a minute of the database clock (moment_near()).
create function time_handover() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user <> 'liaison_app' then return new; end if;
  if tg_op = 'INSERT' then new.offered_at := moment_near(new.offered_at);
  elsif new.state <> 'offered' then new.answered_at := moment_near(new.answered_at);
  end if;
  return new;
end $$;

alter table handovers enable row level security;

alter table handovers force row level security;

-- Owner: alarm_handover() marks overdue offers.
create policy definer on handovers to liaison_owner using (true) with check (true);

-- Engine: the worker finds overdue offers. Its grant leaves out names and places.
create policy engine on handovers to liaison_engine using (true) with check (true);

-- Offer: a member who can read the exhibit, or a leader or contributor of an originator who sees it. The member may
-- hand the item over (may_hand_over()) and the recipient can receive it (may_receive()). The offer ends within 31
-- days.
create policy inserted on handovers for insert to liaison_app
  with check (jit = asking_jit()
              and (exists (
                     select 1 from releases r
                      where r.jit = asking_jit() and r.evidence = handovers.evidence
                        and r.party = asking_party()
                        and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
                   or (asking_roles() && array['leader', 'member']
                       and exists (
                             select 1 from releases r
                              where r.jit = asking_jit() and r.evidence = handovers.evidence
                                and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                                and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1
                              offset 0)))
              and state = 'offered' and party = asking_party() and offered_by = asking_seat()
              and alarmed_at is null and version = 1 and due_at > statement_timestamp()
              and due_at <= statement_timestamp() + interval '31 days' and may_hand_over(evidence)
              and may_receive(evidence, to_seat)
              and exists (
                    select 1 from members m
                     where m.jit = handovers.jit and m.id = handovers.to_seat and m.party = handovers.to_party
                     offset 0));

-- Read: members whose party has the exhibit at least readable, and leaders and contributors of the originators who
-- see it.
create policy seen on handovers for select to liaison_app
  using (jit = asking_jit()
         and (exists (
                select 1 from releases r
                 where r.jit = handovers.jit and r.evidence = handovers.evidence and r.party = asking_party()
                   and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
              or (asking_roles() && array['leader', 'member']
                  and exists (
                        select 1 from releases r
                         where r.jit = handovers.jit and r.evidence = handovers.evidence
                           and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                           and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1
                         offset 0))));

-- Answer an open offer, in one's own name. The recipient receives or refuses it. The offering member, leaders and
-- contributors of its party, and those of the originators withdraw it.
create policy updated on handovers for update to liaison_app
  using (jit = asking_jit()
         and (exists (
                select 1 from releases r
                 where r.jit = handovers.jit and r.evidence = handovers.evidence and r.party = asking_party()
                   and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
              or (asking_roles() && array['leader', 'member']
                  and exists (
                        select 1 from releases r
                         where r.jit = handovers.jit and r.evidence = handovers.evidence
                           and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint)
                           and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1
                         offset 0)))
         and state = 'offered')
  with check (jit = asking_jit() and answered_by = asking_seat()
              and case state
                    when 'received' then to_seat = asking_seat()
                    when 'refused' then to_seat = asking_seat()
                    when 'withdrawn' then (party = asking_party()
                                           and (offered_by = asking_seat()
                                                or asking_roles() && array['leader', 'member']))
                                          or (asking_roles() && array['leader', 'member']
                                              and exists (
                                                    select 1 from releases r
                                                     where r.jit = asking_jit()
                                                       and r.evidence = handovers.evidence
                                                       and r.party = asking_party()
                                                       and obtained_by(r.party, r.originator, r.joint)
                                                       and admitted(r.level, r.authorities, r.seats,
                                                                    r.not_before, r.until) >= 1 offset 0))
                    else false
                  end);

-- Members change only the answer.
grant select, insert, update (state, place, why, answered_by, answered_at, version) on handovers to liaison_app;

-- The engine reads neither the name of the giver nor the place.
grant select (id, jit, evidence, party, offered_by, to_seat, due_at, state, alarmed_at)
  on handovers to liaison_engine;

-- An answer commits together with its ledger entry.
create constraint trigger answered_entered after update of state on handovers deferrable initially deferred for each row
  when (old.state is distinct from new.state)
  execute function demand_handover();

-- The team is closed: nothing changes any more.
create trigger closed_delete after delete on handovers referencing old table as touched for each statement
  execute function refuse_closed();

alter table handovers enable always trigger closed_delete;

create trigger closed_insert after insert on handovers referencing new table as touched for each statement
  execute function refuse_closed();

alter table handovers enable always trigger closed_insert;

create trigger closed_update after update on handovers referencing new table as touched for each statement
  execute function refuse_closed();

alter table handovers enable always trigger closed_update;

-- An offer commits together with its ledger entry.
create constraint trigger offered_entered after insert on handovers deferrable initially deferred for each row
  execute function demand_handover();

-- The recipient takes over physical custody.
create trigger received after update on handovers for each row
  when ((old.state = 'offered'::text) and (new.state = 'received'::text))
  execute function receive_handover();

-- The database confirms the times that members give.
create trigger timed before insert or update on handovers for each row execute function time_handover();
