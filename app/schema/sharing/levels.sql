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

create function admitted(level smallint, authorities uuid[], seats uuid[], not_before timestamptz,
                                  until timestamptz)
returns integer language sql stable parallel safe
return admits(level, authorities, seats, not_before, until, asking_seat(), asking_authority(), asking_standing());

create function are_plain(named uuid[]) returns boolean
language sql stable security definer set search_path = public, pg_temp
return not exists (select 1 from unnest(named) s left join members m on m.id = s
                    where m.id is null or not m.roles && array['leader', 'member']);

revoke all on function are_plain from public;

create function content_is_open(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select from evidence e where e.id = wanted and coalesce(e.privilege, 'cleared') = 'cleared');

revoke all on function content_is_open from public;

grant execute on function content_is_open to liaison_app;

create function obtained_by(who uuid, originator uuid, joint uuid[]) returns boolean language sql immutable parallel safe
return coalesce(who = originator, false) or coalesce(who = any (joint), false);

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

create function for_purpose(wanted text, named text[], own boolean) returns boolean language sql immutable parallel safe
return case when named is null then own or wanted <> 'OTHER_OFFENCE_WITH_CONSENT' else wanted = any (named) end;

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

create function is_withdrawn(wanted uuid) returns boolean language sql stable set search_path = public, pg_temp
return exists (select 1 from evidence e where e.id = wanted and e.status = 'withdrawn');

revoke all on function is_withdrawn from public;

grant execute on function is_withdrawn to liaison_app;

create function jointly(wanted uuid) returns integer
language sql stable security definer set search_path = public, pg_temp
return coalesce((select admitted(3::smallint, r.authorities, r.seats, r.not_before, r.until) from releases r
                  where r.jit = asking_jit() and r.evidence = wanted and r.party = asking_party()
                    and r.party = any (r.joint)), 0);

revoke all on function jointly from public;

grant execute on function jointly to liaison_app;

create function names_follow(named uuid[], binding releases) returns boolean
language sql stable security definer set search_path = public, pg_temp
return case when binding.seats is not null then coalesce(named <@ binding.seats, false)
            else named is null or are_plain(named) end
   and (binding.authorities is null or (named is not null and not exists (
        select 1 from unnest(named) s left join members m on m.id = s
         where m.id is null or m.authority is null or not m.authority = any (binding.authorities))));

revoke all on function names_follow from public;

create function takes_away(former releases, wanted releases) returns boolean language plpgsql immutable as $$
begin
  former.level := wanted.level;
  former.purposes := wanted.purposes;
  return gains(wanted, former);
end $$;

create function tlp_strictness(tlp text) returns integer language sql immutable
return array_position(array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'], tlp);
