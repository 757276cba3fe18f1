-- Functions for the policies of this folder: who reads a ledger entry, and who may add readers.
-- Columns: app/models/ledger.py. Who is in the audience of which entry: app/ledger/audiences.py.

-- Whether a row of entry_audience addresses the asking member, at the level `wanted` or above. A row without a
-- party addresses the whole team.
-- The auditor of the whole team reads every entry. The auditor of a party reads what the party reads.
-- app/ledger/audiences.py has the same rule for the live channel.
create function hears(party uuid, level smallint, authorities uuid[], seats uuid[], wanted integer)
returns boolean language sql stable parallel safe
return asking_as_jit_auditor()
  or party is null
  or (party = asking_party() and level >= wanted
      and (may_audit() or admitted(level, authorities, seats, null, null) >= wanted));

-- Whether the asking member may add readers to an entry. Anyone may while the entry is being written. Later only a
-- leader of the originator may, about an exhibit of their own party.
-- The policy `inserted` of entry_audience uses it. Security definer: the header may be unreadable for the caller
-- and must still be found.
create function may_address(wanted uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform from headers h where h.entry = wanted;
  return not found or (may_lead() and exists (
    select from headers h join evidence e on e.id = h.evidence
     where h.entry = wanted and h.jit = asking_jit() and e.originator = asking_party()));
end $$;

revoke all on function may_address from public;

grant execute on function may_address to liaison_app;
