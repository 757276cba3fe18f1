-- Row-level security, grants and triggers of the table handovers: physical items offered by one member to another.
-- Columns: app/models/custody/handovers.py. Who may offer and who may give which answer:
-- app/access/custody_states.py. The policies keep the acting member, its party and its read access.

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
    raise exception 'a handover needs its ledger entry' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Whether a member can receive the item: active, neither auditor nor current holder, and able to read the exhibit
-- now. A party that did not obtain the exhibit hands it over within the party or to an originator only. Any other
-- answer would tell it which parties have a release (Regulation (EU) 2023/969, Art. 19(2)).
-- The insert policy of handovers and app/services/custody/handovers.py use it. Security definer: it reads releases of
-- other parties.
create function can_receive_handover(wanted uuid, recipient uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return can_read_custody(wanted)
           and exists (
                 select 1 from members m
                    join parties p on p.jit = m.jit and p.id = m.party
                    join releases r on r.jit = m.jit and r.party = m.party and r.evidence = wanted
                    join physical_custody w on w.jit = m.jit and w.evidence = wanted
                  where m.jit = asking_jit() and m.id = recipient and m.id <> asking_seat()
                    and m.id is distinct from w.seat and m.state = 'seated'
                    and (m.until is null or m.until > statement_timestamp()) and p.status = 'active'
                    and (p.leaves_at is null or p.leaves_at > statement_timestamp())
                    and w.party = asking_party()
                    and (m.party = asking_party()
                         or obtained_by(m.party, r.originator, r.joint)
                         or obtained_by(asking_party(), r.originator, r.joint))
                    and not may_audit(m.roles)
                    and admits(r.level, r.authorities, r.seats, r.not_before, r.until, m.id, m.authority,
                               standing_of(m.roles)) >= 2);

revoke all on function can_receive_handover from public;

grant execute on function can_receive_handover to liaison_app;

-- Whether the item is offered to the asking member. Its receipt is the one event by which a member writes physical
-- custody for which another party is responsible (app/schema/custody/physical_custody.sql).
create function is_offered_to_asking_seat(wanted uuid) returns boolean language sql stable
return exists (
  select 1 from handovers h
   where h.jit = asking_jit() and h.evidence = wanted and h.to_seat = asking_seat() and h.state = 'offered');

revoke all on function is_offered_to_asking_seat from public;

grant execute on function is_offered_to_asking_seat to liaison_app;

alter table handovers enable row level security;

alter table handovers force row level security;

-- Owner: alarm_handover() marks overdue offers.
create policy definer on handovers to liaison_owner using (true) with check (true);

-- Engine: the worker finds overdue offers. Its grant leaves out names and places.
create policy engine on handovers to liaison_engine using (true) with check (true);

-- Offer: in one's own name, an item for which one's party is responsible, to a member who can receive it.
create policy inserted on handovers for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and offered_by = asking_seat() and state = 'offered'
              and can_receive_handover(evidence, to_seat)
              and exists (
                    select 1 from members m
                     where m.jit = handovers.jit and m.id = handovers.to_seat and m.party = handovers.to_party
                     offset 0));

-- Read: every member who reads the physical custody of the exhibit.
create policy seen on handovers for select to liaison_app
  using (jit = asking_jit() and can_read_custody(evidence));

-- Answer: in one's own name. The recipient's party receives or refuses; the offering party and leaders and contributors
-- of the originators withdraw. An answered handover never changes again. app/access/custody_states.py decides who within
-- the two parties may answer.
create policy updated on handovers for update to liaison_app
  using (jit = asking_jit() and state = 'offered' and can_read_custody(evidence)
         and (asking_party() in (party, to_party) or asking_as_originator(evidence)))
  with check (jit = asking_jit() and answered_by = asking_seat()
    and case state
          when 'received' then to_party = asking_party()
          when 'refused' then to_party = asking_party()
          when 'withdrawn' then party = asking_party() or asking_as_originator(evidence)
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

-- An offer commits together with its ledger entry.
create constraint trigger offered_entered after insert on handovers deferrable initially deferred for each row
  execute function demand_handover();
