-- Functions of the privilege review: closing the content of an exhibit, the reviewers, and their verdict. Only
-- these functions change evidence.privilege. Rules: app/access/sharing/privilege.py. Callers:
-- app/services/sharing/privilege_review.py. Security definer: neither the
-- member who closes an exhibit nor the reviewer may change the exhibit's row.

-- Whether the asking member reviews this unchecked exhibit: named by the originator, a contributor who is not a
-- leader, and neither registered it nor uploaded a file of it. Used by the insert policy of openings, by
-- give_clearance and by the services.
create function asks_as_filter(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return may_contribute() and not may_lead() and exists (
  select from evidence e
    join filter_teams t on t.jit = e.jit and t.party = e.originator and asking_seat() = any (t.seats)
   where e.id = wanted and e.jit = asking_jit() and e.originator = asking_party() and e.privilege = 'unchecked'
     and e.status = 'active' and e.registered_by <> asking_seat()
     and not exists (select from files f where f.evidence = e.id and f.uploaded_by = asking_seat()));

revoke all on function asks_as_filter from public;

grant execute on function asks_as_filter to liaison_app;

-- Deletes the waiting releases of an exhibit that was found privileged, and returns them for their ledger entries.
create function end_privileged_wishes(wanted uuid) returns table (party uuid, level smallint)
  language sql security definer set search_path = public, pg_temp
begin atomic
  delete from waiting_releases w using evidence e
   where w.evidence = wanted and e.id = w.evidence and e.jit = asking_jit() and e.originator = asking_party()
     and e.privilege = 'privileged' and 'clearance' = any (w.gates)
  returning w.party, w.level;
end;

revoke all on function end_privileged_wishes from public;

grant execute on function end_privileged_wishes to liaison_app;

-- Closes the content of an exhibit for everybody until a review; false where it is closed already. Any member who may
-- view the exhibit may do this.
create function flag_privileged(wanted uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update evidence e set privilege = 'unchecked', version = e.version + 1
   where e.id = wanted and e.jit = asking_jit() and e.status = 'active' and coalesce(e.privilege, 'cleared') = 'cleared'
     and (e.verification is distinct from 'waiting' or e.originator = asking_party())
     and exists (select from releases r where r.jit = e.jit and r.evidence = e.id and r.party = asking_party()
                    and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2);
  return found;
end $$;

revoke all on function flag_privileged from public;

grant execute on function flag_privileged to liaison_app;

-- Records the verdict of a reviewer on the exhibit as reviewed: this version (`seen`) with this number of files;
-- false where either has changed. Later flags start a new review.
create function give_clearance(clearance uuid, wanted uuid, given text, why text, seen integer, files integer)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from evidence e where e.id = wanted for no key update;
  if not asks_as_filter(wanted) or not exists (
    select from releases r where r.evidence = wanted and r.party = asking_party() and r.originator = asking_party()
       and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2) then
    return false;
  end if;
  update evidence e set privilege = given, version = e.version + 1
   where e.id = wanted and e.version = seen and e.files_count = give_clearance.files;
  if not found then return false; end if;
  insert into clearances (id, jit, evidence, verdict, reason, decided_by, decided_at)
    values (clearance, asking_jit(), wanted, given, why, asking_seat(), statement_timestamp());
  return true;
end $$;

revoke all on function give_clearance from public;

grant execute on function give_clearance to liaison_app;
