-- Functions of the gates before a release: which gates stand, which record opens each, and the release once all are
-- open.
-- The same rules in Python: app/access/sharing/gates.py. Records: verifications, attestations, release_confirmations,
-- clearances, release_agreements.
-- Security definer where a member does not see the records of other parties; these functions return only the answer.

-- The waiting release as a row of releases, for the functions that compare releases. Called by keep_within and
-- hold_wish_to_bounds.
create function as_release(w waiting_releases) returns releases language sql stable
return jsonb_populate_record(null::releases, to_jsonb(w) || '{"court_use": false}');

revoke all on function as_release from public;

-- Opens the asking party's new exhibit from beyond the Union to the administrators who verify it (Regulation (EU)
-- 2023/969, Art. 17(3) and 18). Returns their releases. Called by app/services/teams/contributions.py.
create function begin_quarantine(wanted uuid) returns setof releases
  language sql security definer set search_path = public, pg_temp
begin atomic
  select a.* from evidence e, admit_administrators(e.jit, e.id) a
   where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party();
end;

revoke all on function begin_quarantine from public;

grant execute on function begin_quarantine to liaison_app;

-- Writes the verdict of an administrator into the exhibit and ends the administrators' access; false where no
-- verdict waits. Called by app/services/sharing/quarantine.py. Security definer: the administrator may change
-- neither the exhibit nor its releases.
create function end_quarantine(wanted uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update evidence e set verification = v.verdict, version = e.version + 1 from verifications v
   where e.id = wanted and e.jit = asking_jit() and v.evidence = e.id and e.verification = 'waiting';
  if not found then return false; end if;
  delete from releases r where r.evidence = wanted and r.party <> r.originator;
  return true;
end $$;

revoke all on function end_quarantine from public;

grant execute on function end_quarantine to liaison_app;

-- The verification state in which a new exhibit of the asking party is entered: null for a party in the Union,
-- otherwise `waiting`. `closed`, which no exhibit may have, while no controller is designated (Regulation (EU)
-- 2023/969, Art. 23(2)). The insert policy of evidence compares it.
create function entering_state() returns text
language sql stable security definer set search_path = public, pg_temp
return (select case when not beyond_the_union(p.kind) then null when controller_designated() then 'waiting' else 'closed' end
          from (select asking_party() as party) a left join parties p on p.jit = asking_jit() and p.id = a.party);

revoke all on function entering_state from public;

grant execute on function entering_state to liaison_app;

-- The joint originators whose agreement this waiting release still lacks. A party that requires a second leader for
-- releases agrees by two people. Only for a stored row, so that an invented one reveals nothing.
create function lacking(w waiting_releases) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
return array(
  select j.party from evidence e cross join unnest(e.joint) with ordinality j (party, place)
   where e.id = w.evidence and e.jit = w.jit and exists (select 1 from waiting_releases x where x.id = w.id and x.evidence = w.evidence and x.party = w.party)
     and (select count(distinct m.account) from release_agreements a join members m on m.jit = a.jit and m.id = a.agreed_by
           where a.waiting = w.id and a.evidence = w.evidence and a.party = j.party)
         < case when exists (select 1 from four_eyes f where f.jit = e.jit and f.party = j.party and 'release' = any (f.acts))
                then 2 else 1 end
   order by j.place);

revoke all on function lacking from public;

grant execute on function lacking to liaison_app, liaison_engine;

-- Whether the record that opens this gate of a stored waiting release exists. An unknown gate never opens. Called by
-- pass_release and by services that list what is missing.
create function gate_is_open(gate text, w waiting_releases) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from waiting_releases x where x.id = w.id and x.evidence = w.evidence and x.party = w.party) and case gate
  when 'verification' then exists (select 1 from verifications v where v.evidence = w.evidence and v.verdict = 'passed')
  when 'attestation' then exists (select 1 from attestations a where a.waiting = w.id)
  when 'second_leader' then exists (select 1 from release_confirmations c where c.waiting = w.id)
  when 'clearance' then exists (
    select 1 from evidence e where e.id = w.evidence and e.privilege = 'cleared'
       and (select c.verdict from clearances c where c.evidence = e.id order by c.id desc limit 1) = 'cleared')
  when 'joint' then exists (select 1 from evidence e where e.id = w.evidence and e.joint is not null)
                and lacking(w) = '{}'
  else false
end;

revoke all on function gate_is_open from public;

grant execute on function gate_is_open to liaison_app, liaison_engine;

-- The gates that stand before a release by the originator itself: app.party is the originator's during the call.
-- Called by begin_emergency, because emergency access passes no gate. A second leader whom the owner requires for
-- releases counts too.
create function gates_of_originator(wanted uuid, owner uuid, recipient uuid) returns text[]
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me text := current_setting('app.party', true);
  found_gates text[];
begin
  perform set_config('app.party', owner::text, true);
  found_gates := standing_gates(wanted, recipient)
    || array(select 'second_leader' from four_eyes f
              where f.jit = asking_jit() and f.party = owner and 'release' = any (f.acts));
  perform set_config('app.party', me, true);
  return found_gates;
end $$;

revoke all on function gates_of_originator from public;

-- Whether the asking member may agree to this joint release for its party: the party's agreement is lacking, and this
-- person has not agreed already. Runs with the rights of the caller, because decides_releases must see the
-- reservations. Called by app/services/sharing/waiting_releases.py.
create function may_agree(wish uuid) returns boolean language sql stable set search_path = public, pg_temp
return decides_releases() and exists (
  select 1 from waiting_releases w where w.id = wish and w.jit = asking_jit() and 'joint' = any (w.gates)
     and not awaits_approval(w.evidence)
     and jointly(w.evidence) = 3 and asking_party() = any (lacking(w)) and not exists (
       select 1 from release_agreements a where a.waiting = w.id and a.party = asking_party() and not is_another(a.agreed_by)));

revoke all on function may_agree from public;

grant execute on function may_agree to liaison_app;

-- Whether the asking member may confirm as second leader: another person than the one who requested the release or
-- recall. If a contributor requested it under rules, another than the person who decided those rules. Called by
-- app/services/sharing/waiting_releases.py.
create function may_second(wish uuid) returns boolean language sql stable set search_path = public, pg_temp
return decides_releases() and exists (
  select 1 from waiting_releases w join members m on m.jit = w.jit and m.id = w.wanted_by
   where w.id = wish and m.party = asking_party() and 'second_leader' = any (w.gates) and is_another(w.wanted_by)
     and (may_lead(m.roles) or not exists (
       select 1 from speaking_rules(w.evidence, w.party) r where not is_another(r.decided_by))));

revoke all on function may_second from public;

grant execute on function may_second to liaison_app;

-- Turns a waiting release into a release, or adds the use in court, once every gate has its record and the originator
-- requires no approval; false otherwise. `kinds`: the entries of the exhibit's earlier history that the recipient may
-- then read. Called by app/services/sharing/waiting_releases.py and, as the engine, quarantine_jobs.py. Security
-- definer: no member may write a release past a gate.
create function pass_release(wish uuid, kinds text[]) returns boolean
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $$
    declare
      w waiting_releases;
      began boolean;
      gate text;
    begin
      -- Locks the exhibit before its other rows, as all code does. Policies limit the owner to the asking team.
      perform 1 from evidence e where e.id = (select i.evidence from waiting_releases i where i.id = wish) for no key update;
      select * into w from waiting_releases where id = wish for update;
      if not found or w.until <= statement_timestamp()
         or not exists (select 1 from evidence e where e.id = w.evidence and e.status = 'active'
                           and coalesce(e.privilege, 'cleared') = 'cleared')
         or originator_awaits_approval(w.originator, w.evidence) then
        return false;
      end if;
      foreach gate in array w.gates loop
        if not gate_is_open(gate, w) then return false; end if;
      end loop;
      if w.court_use then
        update releases r set court_use = true, version = r.version + 1
         where r.jit = w.jit and r.party = w.party and r.evidence = w.evidence;
        if not found then return false; end if;
        delete from waiting_releases where id = wish;
        return true;
      end if;
      began := w.not_before is null or w.not_before <= statement_timestamp();
      insert into releases as r (jit, party, evidence, originator, level, authorities, seats, own_seats, not_before, until,
                                 purposes, basis, granted_by, granted_at, effective, state, version)
        select w.jit, w.party, w.evidence, w.originator, w.level, w.authorities, w.seats, own.seats, w.not_before, w.until,
               w.purposes, w.basis, w.wanted_by, statement_timestamp(),
               began or w.not_before <= statement_timestamp() + interval '60 seconds',
               case when began then 'effective' else 'pending' end, 1
          from releases own where own.jit = w.jit and own.party = w.originator and own.evidence = w.evidence
      on conflict (jit, party, evidence) do update set
        level = excluded.level, authorities = excluded.authorities, seats = excluded.seats,
        not_before = excluded.not_before, until = excluded.until, purposes = excluded.purposes, basis = excluded.basis,
        granted_by = excluded.granted_by, granted_at = excluded.granted_at, effective = excluded.effective,
        state = excluded.state, version = r.version + 1;
      delete from waiting_releases where id = wish;
      -- The recipient may now read the earlier ledger entries of the exhibit.
      if began then
        insert into entry_audience (entry, jit, party, level, authorities, seats)
          select h.entry, h.jit, w.party, w.level, w.authorities, w.seats
            from headers h where h.jit = w.jit and h.evidence = w.evidence and (h.kind = any (kinds)
              or (h.kind not in ('evidence.approval_required', 'evidence.approval_lifted')
                  and exists (select 1 from evidence e where e.id = w.evidence and w.party = any (e.joint))
                  and exists (select 1 from entry_audience a where a.entry = h.entry and a.party = w.originator
                                 and a.seats is distinct from '{}')));
      end if;
      return true;
    end $$;

revoke all on function pass_release from public;

grant execute on function pass_release to liaison_app, liaison_engine;

-- The gates before a release of the asking party to this recipient that guard against other parties and beyond the
-- Union, in the order of `Gate` in app/access/sharing/gates.py. Whether the party's own second leader is required is decided by
-- the service alone. Null, which no policy admits, for the asking party itself and for a recipient outside the team.
-- Used by policies of releases and waiting_releases and by refuse_past_gates.
create function standing_gates(wanted uuid, recipient uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp
return (select array_remove(array[
          case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                              and e.verification in ('waiting', 'refused')) then 'verification' end,
          case when beyond_the_union(p.kind) then 'attestation' end,
          case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                              and e.privilege in ('unchecked', 'privileged')) then 'clearance' end,
          case when exists (select 1 from evidence e where e.id = wanted and e.jit = asking_jit()
                              and e.joint is not null and not recipient = any (e.joint)) then 'joint' end], null)
          from parties p where p.jit = asking_jit() and p.id = recipient and p.id <> asking_party());

revoke all on function standing_gates from public;

grant execute on function standing_gates to liaison_app;
