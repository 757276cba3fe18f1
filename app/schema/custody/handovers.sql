create function demand_handover() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user in ('liaison_app', 'liaison_engine') and not exists (
    select 1 from pending q join headers h on h.entry = q.entry
     where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid and h.evidence = new.evidence
       and h.kind = 'custody.' || new.state and h.subject::jsonb ->> 'handover' = new.id::text) then
    raise exception 'a hand-over stands in its custody' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

revoke all on function demand_handover from public;

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

create policy definer on handovers to liaison_owner using (true) with check (true);

create policy engine on handovers to liaison_engine using (true) with check (true);

create policy inserted on handovers for insert to liaison_app
  with check (jit = asking_jit() and (exists (select 1 from releases r where r.jit = asking_jit()
    and r.evidence = handovers.evidence and r.party = asking_party()
    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
    or (asking_roles() && array['leader', 'member']
    and exists (select 1 from releases r where r.jit = asking_jit() and r.evidence = handovers.evidence and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint) and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1 offset 0)))
    and state = 'offered' and party = asking_party() and offered_by = asking_seat() and alarmed_at is null
    and version = 1 and due_at > statement_timestamp()
    and due_at <= statement_timestamp() + interval '31 days' and may_hand_over(evidence)
    and may_receive(evidence, to_seat) and exists (select 1 from members m where m.jit = handovers.jit
    and m.id = handovers.to_seat and m.party = handovers.to_party offset 0));

create policy seen on handovers for select to liaison_app
  using (jit = asking_jit() and (exists (select 1 from releases r where r.jit = handovers.jit
    and r.evidence = handovers.evidence and r.party = asking_party()
    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
    or (asking_roles() && array['leader', 'member']
    and exists (select 1 from releases r where r.jit = handovers.jit and r.evidence = handovers.evidence and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint) and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1 offset 0))));

create policy updated on handovers for update to liaison_app
  using (jit = asking_jit() and (exists (select 1 from releases r where r.jit = handovers.jit
    and r.evidence = handovers.evidence and r.party = asking_party()
    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2 offset 0)
    or (asking_roles() && array['leader', 'member']
    and exists (select 1 from releases r where r.jit = handovers.jit and r.evidence = handovers.evidence and r.party = asking_party() and obtained_by(r.party, r.originator, r.joint) and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1 offset 0)))
    and state = 'offered')
  with check (jit = asking_jit() and answered_by = asking_seat()
    and case state when 'received' then to_seat = asking_seat() when 'refused' then to_seat = asking_seat() when 'withdrawn' then (party = asking_party()
    and (offered_by = asking_seat() or asking_roles() && array['leader', 'member']))
    or (asking_roles() && array['leader', 'member'] and exists (select 1 from releases r
    where r.jit = asking_jit() and r.evidence = handovers.evidence and r.party = asking_party()
    and obtained_by(r.party, r.originator, r.joint)
    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1 offset 0)) else false end);

grant select, insert, update (state, place, why, answered_by, answered_at, version) on handovers to liaison_app;

grant select (id, jit, evidence, party, offered_by, to_seat, due_at, state, alarmed_at)
  on handovers to liaison_engine;

create constraint trigger answered_entered after update of state on handovers deferrable initially deferred for each row
  when (old.state is distinct from new.state)
  execute function demand_handover();

create trigger closed_delete after delete on handovers referencing old table as touched for each statement
  execute function refuse_closed();

alter table handovers enable always trigger closed_delete;

create trigger closed_insert after insert on handovers referencing new table as touched for each statement
  execute function refuse_closed();

alter table handovers enable always trigger closed_insert;

create trigger closed_update after update on handovers referencing new table as touched for each statement
  execute function refuse_closed();

alter table handovers enable always trigger closed_update;

create constraint trigger offered_entered after insert on handovers deferrable initially deferred for each row
  execute function demand_handover();

create trigger received after update on handovers for each row
  when ((old.state = 'offered'::text) and (new.state = 'received'::text))
  execute function receive_handover();

create trigger timed before insert or update on handovers for each row execute function time_handover();
