-- Row-level security, grants and integrity of releases: one row for each exhibit and party, and none without access.
-- Columns: app/models/sharing/releases.py. Who decides: app/access/sharing/decisions.py, app/access/sharing/gates.py,
-- app/services/sharing/releases.py.
-- Triggers of the same event fire in the order of their names. Those that test current_user check what the
-- application writes itself; security definer functions pass.

-- Trigger: when a release changes, the releases of the exhibits derived from this one follow in the same transaction.
-- The child's own originator gets new purposes (hold_to_bounds computes them); every other party is reduced by
-- keep_within. A release that the engine restored or began is itself brought within its bounds first. Security
-- definer: whoever changes a parent may not see the child.
create function bring_to_children() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed releases := coalesce(new, old);
  child record;
begin
  if tg_op <> 'DELETE' and session_user = 'liaison_engine' and changed.party <> changed.originator then
    perform keep_within(changed.evidence, changed.party) from evidence e where e.id = changed.evidence and e.bound;
  end if;
  for child in select b.evidence, e.originator from bounds b join evidence e on e.id = b.evidence
                where b.bound_by = changed.evidence order by b.evidence loop
    if child.originator = changed.party then
      update releases r set purposes = r.purposes, version = r.version + 1
       where r.evidence = child.evidence and r.party = child.originator;
    elsif tg_op <> 'INSERT' then
      perform keep_within(child.evidence, changed.party);
    end if;
  end loop;
  return null;
end $$;

-- Trigger: copies and disclosures repeat the narrowing of the originator's own release (`own_seats`), so that their
-- policies need not read releases. Security definer: the rows belong to other parties.
create function copy_own_seats() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update copies set own_seats = new.own_seats where evidence = new.evidence;
  update disclosures set own_seats = new.own_seats where evidence = new.evidence;
  return null;
end $$;

-- Trigger: copies into the release what the recipient's list is sorted and searched by, and the joint originators.
-- Security definer: nobody sees a new exhibit before its first release exists.
create function copy_to_release() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select e.title_key, e.search_key, e.exhibit_number, e.files_bytes, e.joint
    into new.title_key, new.search_key, new.exhibit_number, new.files_bytes, new.joint
    from evidence e where e.jit = new.jit and e.id = new.evidence;
  return new;
end $$;

-- Trigger: flags repeat the narrowing of the originator's own release, as copies do.
create function flags_own_seats() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update flags set own_seats = new.own_seats where evidence = new.evidence;
  return null;
end $$;

-- Trigger: a release of a derived exhibit that a member writes stays within the releases that bind it, or is refused
-- with LB001. For the originator's own release it checks the named members, and sets purposes and use in court. What
-- the engine writes is reduced afterwards by bring_to_children. Security definer: it reads releases of other parties'
-- exhibits.
create function hold_to_bounds() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from bounds b where b.evidence = new.evidence) then return new; end if;
  if new.party = new.originator then
    if (tg_op = 'INSERT' or new.seats is distinct from old.seats) and exists (
         select 1 from bounds b join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = new.party
          where b.evidence = new.evidence and not names_follow(new.seats, r)) then
      raise exception 'it names more than what it was derived from admits' using errcode = 'LB001';
    end if;
    new.purposes := own_purposes(new);
    new.court_use := own_court_use(new);
    return new;
  end if;
  if session_user = 'liaison_engine' then return new; end if;
  if tg_op = 'UPDATE' then
    if not gains(old, new) and (old.court_use or not new.court_use) then return new; end if;
  end if;
  perform hold_bounds(new.evidence);
  perform refuse_beyond(new);
  return new;
end $$;

-- Trigger: the application changes nothing in a joint originator's release except `own_seats`, which repeats the
-- originator's narrowing. A joint originator obtained the exhibit itself.
create function keep_joint() returns trigger language plpgsql as $$
begin
  if current_user = 'liaison_app' and to_jsonb(new) - '{own_seats}'::text[] is distinct from to_jsonb(old) - '{own_seats}'::text[] then
    raise exception 'a joint originator keeps what it obtained' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Trigger: no release of an erased exhibit rises above metadata only, for instance at the end of a consent. The same
-- holds for a withdrawn exhibit, except for the parties that obtained it. Security definer: it reads the exhibit's
-- status.
create function list_erased() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from evidence e where e.id = new.evidence and (e.status = 'erased'
              or (e.status = 'withdrawn' and not obtained_by(new.party, e.originator, e.joint)))) then
    new.level := 1;
  end if;
  return new;
end $$;

-- Trigger: no release rises that is decided by a party which has left, and none comes back for a party which has
-- left. It waits for a leaving that begins at the same moment (`for key share`).
create function lower_of_left() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from parties p where p.jit = new.jit and p.id in (new.originator, new.party) order by p.id for key share;
  if has_left(new.jit, new.originator) then
    new.level := least(new.level, old.level);
  end if;
  if has_left(new.jit, new.party) and new.party <> new.originator then
    new.level := least(new.level, old.level);
    new.not_before := case when new.not_before < statement_timestamp() then new.not_before end;
    new.until := least(new.until, statement_timestamp());
    new.state := 'lapsed';
    new.effective := false;
  end if;
  return new;
end $$;

-- Trigger: only the originator decides which of its members decide about its exhibit (`own_seats`).
create function refuse_anothers_own_seats() returns trigger language plpgsql as $$
begin
  if current_user = 'liaison_app' and asking_party() is distinct from new.originator then
    raise exception 'the originator says who of its people decide' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Trigger: the application does not grant use in court of a joint exhibit. Every joint originator agrees to it, and
-- pass_release writes it.
create function refuse_court_use_alone() returns trigger language plpgsql as $$
begin
  if current_user = 'liaison_app' then
    raise exception 'each joint originator agrees to use in court' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Trigger: an erased exhibit is released to nobody any more.
create function refuse_erased() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from added a join evidence e on e.id = a.evidence where e.status = 'erased') then
    raise exception 'the exhibit is erased: nothing is added to it' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- Trigger: the application widens no release while a gate stands before it.
create function refuse_past_gates() returns trigger language plpgsql as $$
begin
  if current_user <> 'liaison_app' or new.party = new.originator then
    return new;
  end if;
  if gains(old, new) and standing_gates(new.evidence, new.party) is distinct from '{}' then
    raise exception 'a gate stands before this release' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table releases enable row level security;

alter table releases force row level security;

-- Owner: security definer functions write releases that no member may write.
create policy definer on releases to liaison_owner using (true) with check (true);

-- Recall: a member who decides releases, of the originator or of a joint originator. The originator's own release
-- stays.
create policy deleted on releases for delete to liaison_app
  using ((jit = asking_jit()) and ((originator = asking_party()) or (jointly(evidence) = 3))
         and (party <> originator) and decides_releases());

-- Engine: the background job begins and ends releases with dates (app/services/sharing/release_jobs.py).
create policy engine on releases to liaison_engine using (true) with check (true);

-- Release: by the originator, its own release first; to others only while no gate stands and no approval is required.
-- A member who decides releases sets the terms freely. Others register under default sharing rules.
create policy inserted on releases for insert to liaison_app
  with check (jit = asking_jit() and originator = asking_party() and may_release(evidence)
              and (party = asking_party()
                   or (standing_gates(evidence, party) = '{}' and not awaits_approval(evidence)
                       and (decides_releases()
                            or under_rules(evidence, party, level, authorities, seats, not_before, until,
                                           purposes)))));

-- Read: members of a joint originator read all releases of the exhibit.
create policy jointly on releases for select to liaison_app
  using (jit = asking_jit()
         and case when (joint is null) then false
                  else ((asking_party() = any (joint)) and (jointly(evidence) > 0)) end);

-- A joint originator's release is view and download without any limit: that party obtained the exhibit itself.
create policy jointly_given on releases as restrictive for insert to liaison_app
  with check (case when party = any (joint)
                   then level = 3 and not_before is null and until is null
                        and purposes is null and not court_use
                   else true end);

-- Nobody recalls the release of a joint originator.
create policy jointly_kept on releases as restrictive for delete to liaison_app
  using (not coalesce(party = any (joint), false));

-- Read: the auditor of the whole team; members of the recipient whom the release admits; members of the originator
-- whom its own release admits (`own_seats`).
create policy seen on releases for select to liaison_app
  using ((jit = (select asking_jit()))
         and ((select asking_as_jit_auditor())
              or ((party = (select asking_party()))
                  and (admits(level, authorities, seats, not_before, until, (select asking_seat()),
                              (select asking_authority()), (select asking_standing())) > 0))
              or ((originator = (select asking_party()))
                  and (admits(3::smallint, null::uuid[], own_seats, null::timestamp with time zone,
                              null::timestamp with time zone, (select asking_seat()),
                              (select asking_authority()), (select asking_standing())) > 0))));

-- `using` also decides about locks (`for share`): whoever reads a release may lock it. Change: a leader of the
-- originator or of a joint originator who decides releases. Any of their leaders may lower a withdrawn exhibit to
-- metadata only.
create policy updated on releases for update to liaison_app
  using ((jit = asking_jit())
         and (asking_as_jit_auditor()
              or ((party = asking_party()) and (admitted(level, authorities, seats, not_before, until) > 0))
              or ((((originator = asking_party()) or ((party <> originator) and (jointly(evidence) = 3)))
                   and (admitted(3::smallint, null::uuid[], own_seats, null::timestamp with time zone,
                                 null::timestamp with time zone) > 0))
                  or (jointly(evidence) > 0))))
  with check ((jit = asking_jit())
              and ((originator = asking_party()) or ((party <> originator) and (jointly(evidence) = 3)))
              and may_lead()
              and (decides_releases() or ((level = 1) and is_withdrawn(evidence))));

-- Exhibit, recipient and originator never change; what the list is sorted by is set by triggers.
grant select, insert, delete, update (level, authorities, seats, own_seats, not_before, until, purposes, basis,
  granted_by, granted_at, effective, state, version, by_hand, court_use)
  on releases to liaison_app;

grant select, update (effective, state) on releases to liaison_engine;

-- Derived exhibits follow.
create trigger brought_to_children after insert or delete or update of level, authorities, seats, not_before, until, purposes, court_use, state on releases for each row
  execute function bring_to_children();

-- Columns copied from the exhibit into releases, and from the originator's own release into copies, disclosures and
-- flags. Use in court of a joint exhibit needs every joint originator.
create trigger copied before insert on releases for each row execute function copy_to_release();

create trigger copy_own_seats after update of own_seats on releases for each row
  when ((new.party = new.originator) and (new.own_seats is distinct from old.own_seats))
  execute function copy_own_seats();

create trigger court_use_jointly before update of court_use on releases for each row
  when ((new.joint is not null) and new.court_use and (not old.court_use) and (new.party <> new.originator))
  execute function refuse_court_use_alone();

create trigger flags_own_seats after update of own_seats on releases for each row
  when ((new.party = new.originator) and (new.own_seats is distinct from old.own_seats))
  execute function flags_own_seats();

-- Gates, bounds of derived exhibits, joint originators.
create trigger gated before update of level, authorities, seats, not_before, until, purposes on releases for each row
  execute function refuse_past_gates();

create trigger held_to_bounds before insert or update of level, authorities, seats, not_before, until, purposes, court_use on releases for each row
  execute function hold_to_bounds();

create trigger kept_joint before update on releases for each row
  when ((old.joint is not null) and (old.party = any (old.joint)))
  execute function keep_joint();

-- Erased and withdrawn exhibits, and parties that have left, gain nothing.
create trigger list_erased before update of level on releases for each row
  when (new.level > old.level)
  execute function list_erased();

create trigger lower_of_left before update of level, until, state on releases for each row
  when ((new.level > old.level) or (new.until is distinct from old.until) or (new.state is distinct from old.state))
  execute function lower_of_left();

-- The narrowing of the originator's own release is its own decision.
create trigger own_seats_its_own before update of own_seats on releases for each row
  when (new.own_seats is distinct from old.own_seats)
  execute function refuse_anothers_own_seats();

-- No release of an erased exhibit, and none by or to a party that has left.
create trigger refuse_erased after insert on releases referencing new table as added for each statement
  execute function refuse_erased();

create trigger refuse_of_left after insert on releases referencing new table as added for each statement
  execute function refuse_of_left();
