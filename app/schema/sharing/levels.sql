-- Functions that say at which level a release admits somebody, and whether one release stays within another.
-- Levels: 0 no access, 1 metadata only, 2 view only, 3 view and download. The same rules in Python:
-- app/access/sharing/decisions.py, consents.py, derivations.py, gates.py.
-- Policies of many tables call them. PostgreSQL can inline into a query those with neither `security definer` nor
-- `set search_path`.

-- The level at which a release admits the named asker now. Auditors have metadata only; coordinators too, unless they
-- are named; other roles must be named. The caller names the asker, so that a policy can read each setting once for a
-- query.
create function admits(level smallint, authorities uuid[], seats uuid[], not_before timestamptz, until timestamptz,
                     seat uuid, authority uuid, standing text)
returns integer language sql stable parallel safe
return case
  when not_before > statement_timestamp() or until <= statement_timestamp() then 0
  when seats is not null and not coalesce(seat = any (seats), false) then 0
  when authorities is not null and not coalesce(authority = any (authorities), false) then 0
  else case standing
    when 'auditor' then case when authorities is null then least(level, 1) else 0 end
    when 'member' then level
    when 'coordinator' then case when seats is not null then level when authorities is null then least(level, 1) else 0 end
    else case when seats is not null then level else 0 end
  end
end;

-- The same for the asking member.
create function admitted(level smallint, authorities uuid[], seats uuid[], not_before timestamptz,
                                  until timestamptz)
returns integer language sql stable parallel safe
return admits(level, authorities, seats, not_before, until, asking_seat(), asking_authority(), asking_standing());

-- Whether all these members are leaders or contributors, whom a release without names admits. Called by follows and
-- names_follow. Security definer: members of other parties count too.
create function are_plain(named uuid[]) returns boolean
language sql stable security definer set search_path = public, pg_temp
return not exists (select 1 from unnest(named) s left join members m on m.id = s
                    where m.id is null or not may_contribute(m.roles));

revoke all on function are_plain from public;

-- Whether the privilege review leaves the content open; `is_closed` in app/access/sharing/privilege.py is its opposite. Used
-- by the insert policies of openings, disclosures and derivations. Security definer: it reads the state whether or
-- not the caller sees the exhibit.
create function content_is_open(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select from evidence e where e.id = wanted and coalesce(e.privilege, 'cleared') = 'cleared');

revoke all on function content_is_open from public;

grant execute on function content_is_open to liaison_app;

-- Whether this party obtained the exhibit, alone or jointly; app/access/sharing/joint.py.
create function obtained_by(who uuid, originator uuid, joint uuid[]) returns boolean language sql immutable parallel safe
return coalesce(who = originator, false) or coalesce(who = any (joint), false);

-- Whether a release to a party stays within the binding release to that party; `follows` in app/access/sharing/derivations.py.
-- `h1`: the binding exhibit is under H1, so that use in court needs its originator's consent. Called by
-- exceeded_bounds.
create function follows(wanted releases, binding releases, h1 boolean) returns boolean
language sql stable set search_path = public, pg_temp
return wanted.party = binding.party and wanted.level <= binding.level
  and (binding.authorities is null or coalesce(wanted.authorities <@ binding.authorities, false))
  and case when binding.seats is not null then coalesce(wanted.seats <@ binding.seats, false)
           else wanted.seats is null or are_plain(wanted.seats) end
  and (binding.not_before is null or coalesce(binding.not_before <= wanted.not_before, false))
  and (binding.until is null or coalesce(wanted.until <= binding.until, false))
  and coalesce(wanted.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])
    <@ coalesce(binding.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'] || case when obtained_by(binding.party, binding.originator, binding.joint)
                then array['OTHER_OFFENCE_WITH_CONSENT'] else '{}'::text[] end)
  and (not h1 or not wanted.court_use or binding.court_use or obtained_by(binding.party, binding.originator, binding.joint));

revoke all on function follows from public;

-- Whether a release with these purposes admits this one; `purposes_of` in app/access/sharing/decisions.py. Without purposes
-- it admits all but use for another offence (Framework Decision 2002/465/JHA, Art. 1(10)(b)). `own`: the originator's
-- own release, which admits that too. Used by the insert policies of openings and disclosures.
create function for_purpose(wanted text, named text[], own boolean) returns boolean language sql immutable parallel safe
return case when named is null then own or wanted <> 'OTHER_OFFENCE_WITH_CONSENT' else wanted = any (named) end;

-- Whether anybody gains access by this change of a release; the opposite of `within` in app/access/sharing/consents.py. Such
-- a change must pass the gates (refuse_past_gates).
create function gains(former releases, wanted releases) returns boolean language sql immutable
return not (
  wanted.party = former.party and wanted.level <= former.level
  and (former.authorities is null or coalesce(wanted.authorities <@ former.authorities, false))
  and coalesce(wanted.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])
    <@ coalesce(former.purposes, array['JIT_PURPOSE', 'IMMINENT_THREAT', 'OTHER_AGREED', 'JIT_MANAGEMENT', 'AUDIT'])
  and (wanted.seats is null) = (former.seats is null)
  and (former.seats is null or wanted.seats <@ former.seats)
  and (former.not_before is null or coalesce(former.not_before <= wanted.not_before, false))
  and (former.until is null or coalesce(wanted.until <= former.until, false)));

-- Whether the exhibit is withdrawn. The update policy of releases uses it.
create function is_withdrawn(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
return exists (select 1 from evidence e where e.id = wanted and e.status = 'withdrawn');

revoke all on function is_withdrawn from public;

grant execute on function is_withdrawn to liaison_app;

-- The level at which the asking member stands for a joint originator of the exhibit: 3, for its auditors 1. 0 where
-- the party is not one, or its release does not admit the member. Used by policies of releases, waiting_releases,
-- copies, disclosures and erasures. Security definer: a policy of releases that reads releases would recurse.
create function jointly(wanted uuid) returns integer
language sql stable security definer set search_path = public, pg_temp
return coalesce((select admitted(3::smallint, r.authorities, r.seats, r.not_before, r.until) from releases r
                  where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
                    and r.party = any (r.joint)), 0);

revoke all on function jointly from public;

grant execute on function jointly to liaison_app;

-- Whether a release that names these members stays within the members and authorities that the binding release
-- admits. Called by hold_to_bounds and own_purposes for the originator's own release. Security definer: it reads the
-- members' roles and authorities.
create function names_follow(named uuid[], binding releases) returns boolean
language sql stable security definer set search_path = public, pg_temp
return case when binding.seats is not null then coalesce(named <@ binding.seats, false)
            else named is null or are_plain(named) end
   and (binding.authorities is null or (named is not null and not exists (
        select 1 from unnest(named) s left join members m on m.id = s
         where m.id is null or m.authority is null or not m.authority = any (binding.authorities))));

revoke all on function names_follow from public;

-- The rank of a TLP marking, the strictest last; null for an unknown one, which compares with nothing. The trigger of
-- derivations uses it.
create function tlp_strictness(tlp text) returns integer language sql immutable
return array_position(array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'], tlp);
