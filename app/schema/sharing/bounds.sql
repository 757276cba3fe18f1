-- Functions that keep the releases of a derived exhibit within those of the exhibits from which it was derived. The
-- table bounds names for each derived exhibit the exhibits that bind it (app/models/evidence/derivations.py). The
-- rule: app/access/sharing/derivations.py. Security definer: a party does not see the releases that another party's exhibit
-- has. The functions answer without showing them.

-- The exhibits that bind this one and do not release as far to the same party. Level 0, a recall, exceeds nothing. A
-- parent under H2 goes only to the parties that obtained it.
create function exceeded_bounds(wanted releases) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select b.bound_by from bounds b
    join evidence e on e.id = b.bound_by
      left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = wanted.party
     where wanted.level > 0 and b.evidence = wanted.evidence
       and (r.party is null or ('H2' = any (e.handling) and not obtained_by(wanted.party, e.originator, e.joint))
            or not follows(wanted, r, 'H1' = any (e.handling)))
     order by b.bound_by;
end;

revoke all on function exceeded_bounds from public;

-- Locks the releases of the exhibits that bind this one until the transaction ends, always in the same order.
-- Services call it before they change a release of a derived exhibit; so do the triggers hold_to_bounds and
-- hold_wish_to_bounds.
create function hold_bounds(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from releases r where r.evidence in (select b.bound_by from bounds b where b.evidence = wanted)
    and (r.jit = asking_jit() or session_user = 'liaison_engine')
    order by r.evidence, (r.party <> r.originator), r.party for share;
end $$;

revoke all on function hold_bounds from public;

grant execute on function hold_bounds to liaison_app, liaison_engine;

-- Reduces one party's release of a derived exhibit to what its bounds admit, and deletes its waiting release if
-- that exceeds them. `followed` tells the worker, which adds the ledger entries
-- (app/services/evidence/derivation_propagation.py). Where the party may no longer download, it is asked about its
-- copies and its disclosures are recalled (ask_after, call_back). Called by the trigger bring_to_children.
create function keep_within(wanted uuid, recipient uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  stood releases;
  kept releases;
  reason text := 'What it was derived from is not released that far any more.';
begin
  select * into stood from releases r where r.evidence = wanted and r.party = recipient for update;
  if found and not within_bounds(stood) then
    kept := least_of(stood);
    if kept.level = 0 then
      delete from releases r where r.evidence = wanted and r.party = recipient;
    else
      update releases r set level = kept.level, authorities = kept.authorities, seats = kept.seats,
             not_before = kept.not_before, until = kept.until, purposes = kept.purposes, court_use = kept.court_use,
             version = r.version + 1
       where r.evidence = wanted and r.party = recipient;
    end if;
    insert into followed (jit, evidence, party, waited, former, level)
      values (stood.jit, wanted, recipient, false, stood.level, kept.level);
    if kept.level < 3 then
      perform ask_after(wanted, recipient, reason, joint_too => true), call_back(wanted, recipient, reason);
    end if;
  end if;
  with gone as (
    delete from waiting_releases w where w.evidence = wanted and w.party = recipient and not within_bounds(as_release(w))
    returning w.jit, w.evidence, w.party, w.level)
  insert into followed (jit, evidence, party, waited, former, level) select g.jit, g.evidence, g.party, true, g.level, 0 from gone g;
end $$;

revoke all on function keep_within from public;

-- The release, reduced to what every release that binds it admits; level 0 where nothing is left. Called by
-- keep_within. Use in court falls away where a parent under H1 does not allow it.
create function least_of(stood releases) returns releases
    language plpgsql stable security definer
    set search_path to 'public', 'pg_temp'
    as $$
    declare
      r releases := stood;
      b record;
    begin
      for b in select e.originator as provider, e.handling, k.* from bounds n join evidence e on e.id = n.bound_by
                 left join releases k on k.jit = n.jit and k.evidence = n.bound_by and k.party = stood.party
                where n.evidence = stood.evidence loop
        if b.party is null or ('H2' = any (b.handling) and not obtained_by(stood.party, b.provider, b.joint)) then
          r.level := 0;
          return r;
        end if;
        r.level := least(r.level, b.level);
        r.authorities := case when b.authorities is null then r.authorities when r.authorities is null then b.authorities
          else array(select unnest(r.authorities) intersect select unnest(b.authorities)) end;
        r.seats := case when b.seats is null then r.seats when r.seats is null then b.seats
          else array(select unnest(r.seats) intersect select unnest(b.seats)) end;
        r.not_before := greatest(r.not_before, b.not_before);
        r.until := least(r.until, b.until);
        if b.purposes is not null then
          r.purposes := array(select unnest(coalesce(r.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])) intersect select unnest(b.purposes) order by 1);
        elsif not obtained_by(b.party, b.provider, b.joint) and r.purposes is not null then
          r.purposes := array_remove(r.purposes, 'OTHER_OFFENCE_WITH_CONSENT');
        end if;
        r.court_use := r.court_use and (b.court_use or obtained_by(b.party, b.provider, b.joint) or not 'H1' = any (b.handling));
      end loop;
      if r.authorities = '{}' or r.seats = '{}' or r.purposes = '{}' or r.until <= r.not_before or not within_bounds(r) then
        r.level := 0;
      end if;
      return r;
    end $$;

revoke all on function least_of from public;

-- Whether the originator of a derived exhibit may use it in court: every parent under H1 consents, or the originator
-- obtained it. Called by hold_to_bounds for the originator's own release.
create function own_court_use(own releases) returns boolean
language sql stable security definer set search_path = public, pg_temp
return not exists (
  select 1 from bounds b join evidence e on e.id = b.bound_by
    left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = own.party
   where b.evidence = own.evidence and 'H1' = any (e.handling)
     and not coalesce(r.court_use or obtained_by(own.party, e.originator, e.joint), false));

revoke all on function own_court_use from public;

-- The purposes for which the originator of a derived exhibit may use it: those that the releases of all its parents
-- admit. JIT_MANAGEMENT remains whatever happens to the parents. Called by hold_to_bounds for the originator's own
-- release.
create function own_purposes(own releases) returns text[]
language sql stable security definer set search_path = public, pg_temp
return (select array_agg(p order by p) from unnest(array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'] || array['OTHER_OFFENCE_WITH_CONSENT']) p
         where p = 'JIT_MANAGEMENT' or not exists (
           select 1 from bounds b
             left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = own.party
            where b.evidence = own.evidence
              and (r.party is null or r.level < 2 or r.state = 'lapsed' or not names_follow(own.seats, r)
                   or not for_purpose(p, r.purposes, obtained_by(r.party, r.originator, r.joint)))));

revoke all on function own_purposes from public;

-- Raises LB001 where a release exceeds its bounds. The detail names the recipient and the binding exhibits for the
-- server alone: app/services/evidence/derivations.py reads it, app/services/sharing/parent_bounds.py records the
-- attempt.
create function refuse_beyond(wanted releases) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  refusing uuid[] := array(select exceeded_bounds(wanted));
begin
  if refusing <> '{}' then
    raise exception 'it goes further than what it was derived from'
      using errcode = 'LB001', detail = array_to_string(wanted.party || refusing, ' ');
  end if;
end $$;

revoke all on function refuse_beyond from public;

-- Whether the release exceeds none of its bounds. Called by keep_within and least_of.
create function within_bounds(wanted releases) returns boolean
language sql stable security definer set search_path = public, pg_temp
return not exists (select 1 from exceeded_bounds(wanted));

revoke all on function within_bounds from public;
