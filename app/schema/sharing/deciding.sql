-- Functions that say who decides about releases: leaders, functions reserved to judicial members, default sharing
-- rules, second leaders.
-- The same rules in Python: app/access/sharing/rules.py, app/access/sharing/gates.py, app/access/seats.py.
-- Most run with the rights of the caller, so that row-level security limits them to the rows of the asking party.

-- Gives the administrators of other parties view-only access to exhibits in quarantine, for JIT_MANAGEMENT alone, so
-- that they can verify them (Regulation (EU) 2023/969, Art. 17(3)). With `wanted`: one exhibit, called by
-- begin_quarantine. Without: all, called by the trigger of members for a new administrator. Security definer: no
-- member may write these releases.
create function admit_administrators(team uuid, wanted uuid) returns setof releases
  language sql security definer set search_path = public, pg_temp
begin atomic
  insert into releases as r (jit, party, evidence, originator, level, seats, own_seats, purposes, basis, granted_by,
                             granted_at, effective, state, version)
    select e.jit, a.party, e.id, e.originator, 2, a.seats, own.seats, '{JIT_MANAGEMENT}', 'verification', e.registered_by,
           statement_timestamp(), true, 'effective', 1
      from evidence e
      join releases own on own.jit = e.jit and own.party = e.originator and own.evidence = e.id
      join (select m.party, array_agg(m.id order by m.code) as seats from members m
             where m.jit = team and m.state = 'seated' and may_administer(m.roles) and m.party is not null
             group by m.party) a on a.party <> e.originator
     where e.jit = team and e.verification = 'waiting' and e.status = 'active' and (wanted is null or e.id = wanted)
  on conflict (jit, party, evidence) do update set seats = excluded.seats, version = r.version + 1
  returning *;
end;

revoke all on function admit_administrators from public;

-- Whether the asking member decides the releases of its party: a leader, and a judicial one where the party reserves
-- these decisions to its judicial members. Runs with the rights of the caller.
create function decides_releases() returns boolean language sql stable set search_path = public, pg_temp
return may_lead() and not exists (
  select 1 from reservations r where r.jit = asking_jit() and r.party = asking_party() and r.judicial
     and not exists (select 1 from members m where m.jit = r.jit and m.id = asking_seat() and m.function = 'judicial'));

revoke all on function decides_releases from public;

grant execute on function decides_releases to liaison_app;

-- Whether the asking party requires a second leader for this act: release, recall or erase.
create function demands_two(act text) returns boolean language sql stable set search_path = public, pg_temp
return exists (select 1 from four_eyes f where f.jit = asking_jit() and f.party = asking_party() and act = any (f.acts));

revoke all on function demands_two from public;

grant execute on function demands_two to liaison_app;

-- Whether no other party is the originator of the exhibit. The insert policy of releases uses it. Security definer:
-- the originator itself sees a new exhibit only once its own release exists.
create function may_release(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return not exists (select 1 from evidence e where e.id = wanted and e.originator is distinct from asking_party());

revoke all on function may_release from public;

grant execute on function may_release to liaison_app;

-- The default sharing rules of the asking party that apply to its exhibit and this recipient; `speaks` in
-- app/access/sharing/rules.py. Called by may_second.
create function speaking_rules(wanted uuid, addressed uuid) returns table (decided_by uuid)
  language sql stable set search_path = public, pg_temp
begin atomic
  select r.decided_by from evidence e
    join parties p on p.jit = e.jit and p.id = addressed
    join access_rules r on r.jit = e.jit and r.party = e.originator and r.state = 'active'
      and (r.category is null or r.category = e.category) and (r.handling is null or r.handling = any (e.handling))
      and (r.to_party is null or r.to_party = p.id) and (r.to_kind is null or r.to_kind = p.kind)
   where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party();
end;

revoke all on function speaking_rules from public;

grant execute on function speaking_rules to liaison_app;

-- Whether the asking member may register its exhibit with this release under the default sharing rules: every rule
-- that applies admits it. Only in the transaction that registers the exhibit. TLP and the kind of recipient are
-- checked as in app/access/sharing/rules.py. Use for another offence requires a rule that names that purpose (Framework
-- Decision 2002/465/JHA, Art. 1(10)(b)). Used by the insert policies of releases and waiting_releases.
create function under_rules(
  wanted uuid, addressed uuid, given smallint, to_authorities uuid[], to_seats uuid[],
  starts timestamptz, ends timestamptz, for_purposes text[])
returns boolean language sql stable set search_path = public, pg_temp
return coalesce((
  select count(*) > 0 and bool_and(
      given <= r.level
      and (r.authorities is null or coalesce(to_authorities <@ r.authorities, false))
      and (r.seats is null or coalesce(to_seats <@ r.seats, false))
      and (r.not_before is null or coalesce(starts >= r.not_before, false))
      and (r.until is null or coalesce(ends <= r.until, false))
      and case when r.purposes is null then not coalesce('OTHER_OFFENCE_WITH_CONSENT' = any (for_purposes), false)
               else coalesce(for_purposes <@ r.purposes, false) end)
    from evidence e
    join parties p on p.jit = e.jit and p.id = addressed
    join access_rules r on r.jit = e.jit and r.party = e.originator and r.state = 'active'
      and (r.category is null or r.category = e.category) and (r.handling is null or r.handling = any (e.handling))
      and (r.to_party is null or r.to_party = p.id) and (r.to_kind is null or r.to_kind = p.kind)
   where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party() and e.registered_by = asking_seat()
     and may_contribute()
     and p.status = 'active' and p.kind not in ('third_country', 'judicial_authority')
     and (e.tlp in ('AMBER', 'GREEN', 'CLEAR') or (e.tlp = 'RED' and to_seats is not null)
          or (e.tlp = 'AMBER_STRICT' and cardinality(to_authorities) = 1))
     -- Once the exhibit has a ledger entry, it is registered: from then on leaders decide its releases.
     and not exists (select 1 from headers h where h.evidence = e.id)), false);

revoke all on function under_rules from public;

grant execute on function under_rules to liaison_app;

-- A leader of a joint originator withdraws the exhibit; false where its version is no longer `seen` or it is not
-- active. Parties that did not obtain it keep metadata only. Security definer: a joint originator changes neither the
-- exhibit nor its releases itself. Called by app/services/sharing/joint.py.
create function withdraw_jointly(wanted uuid, seen integer) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_lead() or jointly(wanted) is distinct from 3 then return false; end if;
  update evidence e set status = 'withdrawn', version = e.version + 1
   where e.id = wanted and e.jit = asking_jit() and e.status = 'active' and e.version = seen;
  if not found then return false; end if;
  update releases r set level = 1, version = r.version + 1
   where r.evidence = wanted and not obtained_by(r.party, r.originator, r.joint);
  return true;
end $$;

revoke all on function withdraw_jointly from public;

grant execute on function withdraw_jointly to liaison_app;
