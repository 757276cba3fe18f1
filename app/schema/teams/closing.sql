-- Functions that close a team, and those that list what still has to be settled before.
-- Columns: app/models/ending/closings.py. Who declares, agrees and closes: app/services/ending/closing.py.

-- Closes the asking team under the declared closing `wanted`. app/services/ending/closing.py calls it after it has
-- checked the phase and the agreement of every party under the lock of the team's row, and has appended jit.closed. It
-- is the only way into the state `closed`.
-- It demands an administrator, the trial phase, a leader's agreement of every party, and nothing unsettled: no party
-- closes the team for the others. The last entry in the queue must be jit.closed about this closing.
-- Unsettled matters raise LJ002, any other failure insufficient_privilege.
-- The lock on the team's row waits for transactions that are still writing for the team (refuse_closed).
-- Export packages are counted by something_runs and not by waiting_of: the archives ordered with the closing may
-- still be queued.
-- Security definer: it counts what the administrator cannot see, and the application may not set this state itself.
create function close_team(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  team constant uuid := asking_jit();
begin
  if not may_administer() or asking_seat() is null then
    raise exception 'an administrator closes a team' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from jits j where j.id = team and j.state = 'trial' for update;
  if not found then
    raise exception 'a team is closed after its trial phase' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from closings c where c.id = wanted and c.jit = team and c.withdrawn_at is null and c.closed_at is null for update;
  if not found or lacks_assent(wanted) then
    raise exception 'a leader of every party agrees first' using errcode = 'insufficient_privilege';
  end if;
  if exists (select 1 from waiting_of(team) w where w.many > 0 and w.what <> 'bundles') or something_runs(team) then
    raise exception 'something waits that must not be cut off' using errcode = 'LJ002';
  end if;
  if not exists (select 1 from pending q join headers h on h.entry = q.entry
                  where h.jit = team and h.kind = 'jit.closed' and h.about = wanted
                    and q.id = (select max(l.id) from pending l where l.jit = team)) then
    raise exception 'its last entry says that it is closed' using errcode = 'insufficient_privilege';
  end if;
  update closings set closed_by = asking_seat(), closed_at = statement_timestamp() where id = wanted;
  update jits set state = 'closed', version = version + 1 where id = team;
end $$;

revoke all on function close_team from public;

grant execute on function close_team to liaison_app;

-- Whether a party has not agreed to the closing `wanted`. An agreement counts while the member who gave it still
-- leads the party. A party without a leader, or one that has left, need not agree. close_team calls it.
-- Security definer: the answer does not depend on who asks.
create function lacks_assent(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (
  select 1 from closings c join members m on m.jit = c.jit and m.state = 'seated' and may_lead(m.roles)
      and (m.until is null or m.until > statement_timestamp())
    join parties p on p.jit = c.jit and p.id = m.party and p.status <> 'left'
   where c.id = wanted and not exists (
     select 1 from closing_assents a join members s on s.jit = a.jit and s.id = a.seat
      where a.closing = c.id and a.party = p.id and s.party = p.id and s.state = 'seated' and may_lead(s.roles)
        and (s.until is null or s.until > statement_timestamp())));

revoke all on function lacks_assent from public;

-- Whether a background job is still under way for the team. It may be an export package, or the ledger entry for a
-- refusal or for a change of a derived exhibit's release. Packages that this transaction ordered, for the closing
-- itself, do not count. close_team calls it.
-- It is apart from waiting_of because nobody can settle these jobs; they end within moments.
create function something_runs(team uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
return exists (select 1 from exports x where x.jit = team and x.state in ('queued', 'running')
                 and not exists (select 1 from pending q
                                  where q.entry = x.entry and q.xmin = pg_current_xact_id()::xid))
  or exists (select 1 from (select 'refusals', count(*) from refusals x where x.jit = team
                            union all
                            select 'followed', count(*) from followed x where x.jit = team) s (what, many)
              where s.many > 0);

revoke all on function something_runs from public;

-- Counts, by kind, the unsettled matters that stand against closing the team: each domain counts its own, in its file
-- waiting.sql.
-- The function runs as its caller, under the policies of each table. A member sees their own part
-- (app/services/ending/closing.py). Within close_team the caller is the owner, so the whole team is counted.
create function waiting_of(team uuid) returns table (what text, many bigint)
language sql stable set search_path = public, pg_temp
begin atomic
  select * from waiting_in_evidence(team)
  union all select * from waiting_in_retention(team)
  union all select * from waiting_in_sharing(team)
  union all select * from waiting_in_custody(team)
  union all select * from waiting_in_notifications(team)
  union all select * from waiting_in_audit(team)
  union all select * from waiting_in_teams(team)
  union all select * from waiting_in_coordination(team)
  union all select * from waiting_in_requests(team);
end;

revoke all on function waiting_of from public;

grant execute on function waiting_of to liaison_app;
