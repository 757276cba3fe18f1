-- Row-level security, grants and triggers of the table evidence: one row for each exhibit, with what its list shows.
-- Columns: app/models/evidence/evidence.py. Who sees and changes it: app/access/sharing/decisions.py, app/services/evidence/exhibits.py.

-- Trigger function: copies title, number, size and joint originators into the release rows of the exhibit.
-- Each party's list is read, sorted and searched from its own release rows.
-- Security definer: a contributor who uploads a file may not update releases.
create function copy_to_releases() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update releases r set title_key = new.title_key, search_key = new.search_key, exhibit_number = new.exhibit_number,
         files_bytes = new.files_bytes, joint = new.joint
   where r.jit = new.jit and r.evidence = new.id
     and (r.title_key, r.search_key, r.exhibit_number, r.files_bytes, r.joint)
         is distinct from (new.title_key, new.search_key, new.exhibit_number, new.files_bytes, new.joint);
  return null;
end $$;

-- Trigger function: members neither create, set nor leave the status erased, and do not reactivate an exhibit.
-- begin_erasure() and erase_of_left() run as the owner and are the only ways into this status.
create function keep_erased() returns trigger language plpgsql as $$
begin
  if current_user = 'liaison_app' then
    raise exception 'an exhibit is erased by its erasure alone, for good' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Whether all named parties are active parties of the team. The policy jointly of evidence uses it.
-- Security definer: the answer does not depend on who asks.
create function may_obtain(named uuid[]) returns boolean
language sql stable security definer set search_path = public, pg_temp
return (select count(*) from parties p where p.jit = asking_jit() and p.id = any (named) and p.status = 'active')
       = cardinality(named);

revoke all on function may_obtain from public;

grant execute on function may_obtain to liaison_app;

alter table evidence enable row level security;

alter table evidence force row level security;

-- Owner: the security definer functions read and change exhibits of every party.
create policy definer on evidence to liaison_owner using (true) with check (true);

-- Engine: the worker acts for no member. Its grants name the columns that it reads.
create policy engine on evidence to liaison_engine using (true) with check (true);

-- A new exhibit is either outside privilege review or waits for it. Nobody registers one as already reviewed.
create policy filtered on evidence as restrictive for insert to liaison_app
  with check (privilege is null or privilege = 'unchecked');

-- Register: for one's own party. An exhibit of a party outside the Union enters as waiting;
-- entering_state() admits none of them before a controller is designated.
create policy inserted on evidence for insert to liaison_app
  with check (jit = asking_jit() and originator = asking_party()
              and verification is not distinct from (select entering_state()));

-- Naming joint originators gives them the exhibit. This takes a member who decides about releases.
create policy jointly on evidence as restrictive for insert to liaison_app
  with check (joint is null or (decides_releases() and may_obtain(joint)));

-- Read: the auditor of the team, and members whose party has a release that admits them, at listed or above.
-- Subqueries read the settings once per statement instead of once per row, because lists pass many rows.
-- offset 0 keeps PostgreSQL from planning a second variant of the subquery: releases are looked up by key.
create policy seen on evidence for select to liaison_app
  using ((jit = (select asking_jit()))
         and ((select asking_as_jit_auditor())
              or (exists (
                    select 1 from releases r
                     where ((r.jit = evidence.jit) and (r.evidence = evidence.id)
                            and (r.party = (select asking_party()))
                            and (admits(r.level, r.authorities, r.seats, r.not_before, r.until,
                                        (select asking_seat()), (select asking_authority()),
                                        (select asking_standing())) >= 1)) offset 0))));

-- Change: members of the originator who hold the exhibit. Other members who see it fail at the second condition.
create policy updated on evidence for update to liaison_app
  using ((jit = asking_jit())
         and (asking_as_jit_auditor()
              or (exists (
                    select 1 from releases r
                     where ((r.jit = evidence.jit) and (r.evidence = evidence.id)
                            and (r.party = asking_party())
                            and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 1))
                     offset 0))))
  with check ((jit = asking_jit())
              and (exists (
                     select 1 from releases r
                      where ((r.jit = evidence.jit) and (r.evidence = evidence.id)
                             and (r.originator = asking_party()) and (r.party = asking_party())
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      offset 0)));

-- Members update no other column: the rest is fixed at registration or set by security definer functions.
grant select, insert, update (title, status, files_count, files_bytes, version, controller, review_on)
  on evidence to liaison_app;

-- The engine reads neither titles nor numbers.
grant select (id, jit, originator, status, verification, privilege, joint) on evidence to liaison_engine;

-- No exhibit is registered as erased.
create trigger begin_unerased before insert on evidence for each row
  when (new.status = 'erased')
  execute function keep_erased();

-- Every release row shows the current title and size.
create trigger copied_on after insert or update of title, files_bytes on evidence for each row
  execute function copy_to_releases();

-- An erased exhibit does not change, and a withdrawn one does not become active again.
create trigger keep_erased before update on evidence for each row
  when ((old.status = 'erased')
        or (new.status = 'erased')
        or ((old.status <> 'active') and (new.status <> old.status)))
  execute function keep_erased();
