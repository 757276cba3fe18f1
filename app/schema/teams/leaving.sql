-- Functions that carry out the leaving of a party, exhibit by exhibit.
-- Columns: app/models/teams/leaving.py. The background job: app/services/ending/leaving_jobs.py.

-- Begins a leaving that is due: the party has left from now on. Returns false if the leaving is not due, was
-- withdrawn or has begun. app/services/ending/leaving_jobs.py calls it.
-- The lock on the party's row comes first. It waits for transactions that are writing a release or an exhibit of
-- the party, so that due_leavings finds their rows.
-- Open consent requests by or to the party become due at once. Its emergency access, as a holder or an originator,
-- is switched off.
-- Security definer, like the other functions here: the engine may not write these tables.
create function begin_leaving(wanted uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l leavings;
begin
  perform 1 from parties p join leavings x on x.jit = p.jit and x.party = p.id where x.id = wanted for update of p;
  select * into l from leavings x where x.id = wanted and x.withdrawn_at is null and x.begun_at is null
     and x.effective_at <= statement_timestamp() for update;
  if not found then
    return false;
  end if;
  update parties p set status = 'left', version = p.version + 1 where p.jit = l.jit and p.id = l.party;
  update leavings x set begun_at = statement_timestamp() where x.id = wanted;
  update consents c set due_at = least(c.due_at, statement_timestamp())
   where c.jit = l.jit and l.party in (c.asker_party, c.asked_party) and c.state in ('requested', 'seen');
  update break_glass b set allowed = false, version = b.version + 1
   where b.jit = l.jit and l.party in (b.party, b.recipient) and b.allowed;
  return true;
end $$;

revoke all on function begin_leaving from public;

grant execute on function begin_leaving to liaison_engine;

-- Lists exhibits for which a leaving that has begun still has something to do, at most `most` of them (null: all).
-- The job in app/services/ending/leaving_jobs.py continues until none is left.
-- The rows themselves say what is left, so the work continues after a crash. The four parts are: contributed
-- exhibits to withdraw or to freeze, received releases to end, releases that still wait at a gate.
create function due_leavings(wanted uuid, most integer) returns table (evidence uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.evidence from leavings l cross join lateral (
    select e.id as evidence from evidence e
     where e.jit = l.jit and e.originator = l.party and l.contributed = 'withdraw' and e.status = 'active'
    union select r.evidence from releases r
     where r.jit = l.jit and r.originator = l.party and not obtained_by(r.party, r.originator, r.joint)
       and l.contributed = 'freeze' and r.level > 1
    union select r.evidence from releases r
     where r.jit = l.jit and r.party = l.party and r.originator <> l.party
       and (l.received = 'withdraw' or r.state <> 'lapsed')
    union select w.evidence from waiting_releases w
     where w.jit = l.jit and l.party in (w.originator, w.party)) d
   where l.id = wanted and l.begun_at is not null order by d.evidence limit most;
end;

revoke all on function due_leavings from public;

grant execute on function due_leavings to liaison_engine;

-- Whether an exhibit is due for erasure because each party that obtained it has left and its review date has come.
-- Nobody is left to review it (Directive (EU) 2016/680, Art. 5). A legal hold prevents it. due_of_left and
-- erase_of_left call it.
create function is_left_behind(e evidence) returns boolean
language sql stable security definer set search_path = public, pg_temp
return e.status <> 'erased'
  and coalesce(e.review_on <= (statement_timestamp() at time zone 'utc')::date, false)
  and has_left(e.jit, e.originator)
  and not exists (select 1 from unnest(e.joint) j (party) where not has_left(e.jit, j.party))
  and not is_on_hold(e.id);

revoke all on function is_left_behind from public;

-- Lists the exhibits that is_left_behind names, in pages of `most` after the id `after` (null: from the beginning).
-- app/services/retention/erasure_jobs.py erases them.
create function due_of_left(after uuid, most integer) returns table (evidence uuid, jit uuid)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select e.id, e.jit from parties p join evidence e on e.jit = p.jit and e.originator = p.id
   where p.status = 'left' and e.status <> 'erased'
     and e.review_on <= (statement_timestamp() at time zone 'utc')::date and (after is null or e.id > after)
     and is_left_behind(e)
   order by e.id limit most;
end;

revoke all on function due_of_left from public;

grant execute on function due_of_left to liaison_engine;

-- Does for one exhibit what the clause of the leaving says, and returns one row for each thing done. The job in
-- app/services/ending/leaving_jobs.py appends a ledger entry for each row.
-- `done` is 'given_up' (a release that waited), 'withdrawn' or 'frozen' (contributed), 'recalled' or 'lapsed'
-- (received). `known`: whether the release was in effect, so that the party knew of it. `at`: the moment written
-- into copies and disclosures.
-- Contributed exhibits: 'withdraw' and 'freeze' lower releases to Metadata only, except for parties that obtained
-- the exhibit. The clause 'withdraw' also withdraws the exhibit, asks after copies and recalls disclosures
-- (ask_after, call_back).
-- Received exhibits: 'withdraw' deletes the release and recalls disclosures; otherwise the release lapses. Unless
-- the clause says 'stay', the party is asked after its copies.
-- A release that has not begun is deleted in any case.
create function leave_exhibit(leaving uuid, wanted uuid, because text) returns table(done text, party uuid, level smallint, known boolean, at timestamp with time zone)
    language plpgsql security definer
    set search_path to 'public', 'pg_temp'
    as $$
    #variable_conflict use_column
    declare
      l leavings;
      e evidence;
      r releases;
    begin
      select * into l from leavings x where x.id = leaving and x.begun_at is not null;
      select * into e from evidence x where x.id = wanted and x.jit = l.jit for update;
      if not found then
        return;
      end if;
      at := statement_timestamp();
      known := true;
      for party, level in delete from waiting_releases w
           where w.evidence = wanted and l.party in (w.originator, w.party) returning w.party, w.level loop
        done := 'given_up';
        return next;
      end loop;
      if e.originator = l.party then
        if l.contributed = 'withdraw' and e.status = 'active' then
          update evidence x set status = 'withdrawn', version = x.version + 1 where x.id = wanted;
          update releases x set level = 1, version = x.version + 1
           where x.evidence = wanted and not obtained_by(x.party, x.originator, x.joint) and x.level > 1;
          perform ask_after(wanted, null, because), call_back(wanted, null, because);
          done := 'withdrawn'; party := l.party; level := 1;
          return next;
        elsif l.contributed = 'freeze' then
          for r in update releases x set level = 1, version = x.version + 1
               where x.evidence = wanted and not obtained_by(x.party, x.originator, x.joint) and x.level > 1 returning x.* loop
            done := 'frozen'; party := r.party; level := 1; known := r.state = 'effective';
            if r.state <> 'lapsed' then return next; end if;
          end loop;
        end if;
        return;
      end if;
      select * into r from releases x where x.evidence = wanted and x.party = l.party for update;
      if not found then
        return;
      end if;
      party := l.party; level := r.level; known := r.state = 'effective';
      if l.received = 'withdraw' or r.state = 'pending' or r.not_before >= at then
        delete from releases x where x.evidence = wanted and x.party = l.party;
        done := 'recalled';
      elsif r.state <> 'lapsed' then
        update releases x set until = least(x.until, at), state = 'lapsed', effective = false, version = x.version + 1
         where x.evidence = wanted and x.party = l.party;
        done := 'lapsed';
      else
        return;
      end if;
      if l.received <> 'stay' then
        perform ask_after(wanted, l.party, because);
      end if;
      if l.received = 'withdraw' then
        perform call_back(wanted, l.party, because);
      end if;
      return next;
    end $$;

revoke all on function leave_exhibit from public;

grant execute on function leave_exhibit to liaison_engine;

-- Trigger of releases and waiting_releases: refuses new rows to or by a party that has left.
create function refuse_of_left() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from added a join parties p on p.jit = a.jit and p.id in (a.party, a.originator)
              where p.status = 'left') then
    raise exception 'a party that left is released nothing, and releases nothing' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
