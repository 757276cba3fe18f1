-- Row-level security, grants and integrity of waiting_releases: releases and recalls (level 0) that wait for a gate
-- to open. Columns: app/models/sharing/gates.py. Gates: app/schema/sharing/gates.sql. Waiting:
-- app/services/sharing/waiting_releases.py. The terms of a row never change: there is no grant to update. Another
-- request is another row.

-- Trigger: a waiting release of a derived exhibit stays within its bounds, as the release itself must (LB001).
-- Security definer: it reads releases of other parties' exhibits.
create function hold_wish_to_bounds() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from bounds b where b.evidence = new.evidence) then
    perform hold_bounds(new.evidence);
    perform refuse_beyond(as_release(new));
  end if;
  return new;
end $$;

-- Trigger: an id under which somebody agreed, confirmed or attested is never used again. The record then always
-- belongs to the terms that the person saw. Security definer: it reads records that the writer may not see.
create function refuse_used_wish() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from release_agreements a where a.waiting = new.id)
     or exists (select 1 from release_confirmations c where c.waiting = new.id)
     or exists (select 1 from attestations a where a.waiting = new.id) then
    raise exception 'this wish was assented to before' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table waiting_releases enable row level security;

alter table waiting_releases force row level security;

-- Owner: pass_release and the functions of the gates read and delete rows of the asking team, for the engine those of
-- all teams.
create policy definer on waiting_releases to liaison_owner
  using ((jit = asking_jit()) or (session_user = 'liaison_engine'));

-- Give up: a leader of the originator or of a joint originator. A waiting recall only in the party that requested it,
-- unless the release is gone.
create policy deleted on waiting_releases for delete to liaison_app
  using (jit = asking_jit() and may_lead()
         and (originator = asking_party() or jointly(evidence) = 3)
         and (level > 0 or exists (
                select 1 from members m
                 where m.id = waiting_releases.wanted_by and m.party = asking_party())
              or not exists (
                select 1 from releases r
                 where r.evidence = waiting_releases.evidence and r.party = waiting_releases.party)));

-- Engine: background jobs pass or give up what waits (app/services/sharing/quarantine_jobs.py,
-- app/services/retention/erasure_jobs.py).
create policy engine on waiting_releases to liaison_engine using (true) with check (true);

-- Request: in one's own name, for the originator, by a member whom its own release admits. Recalls by members who
-- decide releases. Releases also under default sharing rules, with every gate that stands, and only while no
-- approval is required.
create policy inserted on waiting_releases for insert to liaison_app
  with check (jit = asking_jit() and originator = asking_party() and wanted_by = asking_seat() and exists (
                select 1 from releases r
                 where r.jit = waiting_releases.jit and r.evidence = waiting_releases.evidence
                   and r.party = asking_party() and r.originator = asking_party()
                   and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)
              and case when level = 0 then decides_releases()
                       else (decides_releases()
                             or under_rules(evidence, party, level, authorities, seats, not_before, until,
                                            purposes))
                            and gates @> standing_gates(evidence, party) and not awaits_approval(evidence) end);

-- Read: members of a joint originator.
create policy jointly on waiting_releases for select to liaison_app
  using (jit = asking_jit() and jointly(evidence) > 0);

-- Request a recall: a member who decides the releases of a joint originator, of a release to any other party.
create policy jointly_recalled on waiting_releases for insert to liaison_app
  with check (jit = asking_jit() and level = 0 and not court_use and wanted_by = asking_seat()
              and jointly(evidence) = 3 and decides_releases() and not exists (
                select 1 from evidence e
                 where e.id = waiting_releases.evidence
                   and (e.originator <> waiting_releases.originator
                        or waiting_releases.party = any (e.joint))));

-- Read: the auditor of the whole team, and members of the originator whom its own release admits. The recipient is
-- not told.
create policy seen on waiting_releases for select to liaison_app
  using ((jit = asking_jit())
         and (asking_as_jit_auditor()
              or (exists (
                    select 1 from releases r
                     where ((r.jit = waiting_releases.jit) and (r.evidence = waiting_releases.evidence)
                        and (r.party = asking_party()) and (r.originator = asking_party())
                        and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0))
                     offset 0))));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on waiting_releases as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

grant select, insert, delete on waiting_releases to liaison_app;

grant select, delete on waiting_releases to liaison_engine;

-- Bounds of derived exhibits; no request by or to a party that has left; each id once.
create trigger held_to_bounds before insert on waiting_releases for each row execute function hold_wish_to_bounds();

create trigger refuse_of_left after insert on waiting_releases referencing new table as added for each statement
  execute function refuse_of_left();

create trigger used_once before insert on waiting_releases for each row execute function refuse_used_wish();
