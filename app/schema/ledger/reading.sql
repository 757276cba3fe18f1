create function hears(party uuid, level smallint, authorities uuid[], seats uuid[], wanted integer)
returns boolean language sql stable parallel safe
return asking_as_jit_auditor()
  or party is null
  or (party = asking_party() and level >= wanted
      and ('auditor' = any (asking_roles()) or admitted(level, authorities, seats, null, null) >= wanted));

create function may_address(wanted uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform from headers h where h.entry = wanted;
  return not found or ('leader' = any (asking_roles()) and exists (
    select from headers h join evidence e on e.id = h.evidence
     where h.entry = wanted and h.jit = asking_jit() and e.originator = asking_party()));
end $$;

revoke all on function may_address from public;

grant execute on function may_address to liaison_app;
