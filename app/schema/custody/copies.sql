-- Row-level security, grants and triggers of the table copies: downloaded originals and what became of them.
-- Columns: app/models/custody/copies.py. Which member of a party may answer, and when: app/services/custody/copies.py.
-- Which copies are asked about: app/services/sharing/recalls.py and recalls.sql. The policies keep what one party
-- says apart from what the other says.

-- Trigger function: an answer changes neither the time nor the reason of the question that it answers.
create function keep_question() returns trigger language plpgsql as $$
begin
  if new.state <> 'out' and (new.asked_at, new.reason) is distinct from (old.asked_at, old.reason) then
    raise exception 'an answer changes no question' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table copies enable row level security;

alter table copies force row level security;

-- Answer: members of the holding party whom the release admitted at the download or who see the exhibit now, in their
-- own name. "Destroyed" is final.
create policy answered on copies for update to liaison_app
  using (jit = asking_jit() and party <> originator and state <> 'destroyed' and party = asking_party()
         and (admitted(3::smallint, authorities, seats, null, null) = 3
              or exists (select 1 from evidence e where e.id = copies.evidence offset 0)))
  with check (jit = asking_jit() and party = asking_party()
              and (admitted(3::smallint, authorities, seats, null, null) = 3
                   or exists (select 1 from evidence e where e.id = copies.evidence offset 0))
              and state <> 'out' and answered_by = asking_seat());

-- Ask what became of a copy: members of an originator who have full access to the exhibit.
create policy asked on copies for update to liaison_app
  using (jit = asking_jit() and party <> originator and state <> 'destroyed'
         and (originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) = 3
              or jointly(evidence) = 3))
  with check (jit = asking_jit() and party <> originator
              and (originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) = 3
                   or jointly(evidence) = 3)
              and state = 'out' and asked_at is not null);

-- Owner: ask_after(), keep_within() and copy_own_seats() write copies of every party.
create policy definer on copies to liaison_owner using (true) with check (true);

create policy engine on copies for select to liaison_engine using (true);

-- Record a copy: for one's own download, with number, title and release as they are now. The narrowing of the release
-- is repeated, because it says later who may know of the copy.
create policy inserted on copies for insert to liaison_app
  with check ((jit = asking_jit()) and (party = asking_party()) and (seat = asking_seat())
              and (state = 'out')
              and (exists (
                     select 1 from openings o
                      where ((o.id = copies.id) and (o.evidence = copies.evidence) and (o.act = 'take'))
                      offset 0))
              and (exists (
                     select 1 from evidence e
                      where ((e.id = copies.evidence) and (e.exhibit_number = copies.exhibit_number)
                             and (e.title = copies.title)) offset 0))
              and (exists (
                     select 1 from releases r
                      where ((r.jit = copies.jit) and (r.evidence = copies.evidence)
                             and (r.party = asking_party()) and (r.originator = copies.originator)
                             and (not (r.own_seats is distinct from copies.own_seats))
                             and (not (r.authorities is distinct from copies.authorities))
                             and (not (r.seats is distinct from copies.seats))
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      offset 0)));

-- A party that obtained the exhibit jointly is not asked to destroy its copy.
create policy jointly_kept on copies as restrictive for update to liaison_app
  using (true)
  with check (not (state = 'out' and asked_at is not null
                   and exists (
                         select 1 from evidence e
                          where e.id = copies.evidence and copies.party = any (e.joint))));

-- Answer for a party that has left the team: members of the originator who have full access, in their own name.
create policy noted on copies for update to liaison_app
  using (jit = asking_jit() and party <> originator and state <> 'destroyed' and originator = asking_party()
         and admitted(3::smallint, null, own_seats, null, null) = 3 and has_left(jit, party))
  with check (jit = asking_jit() and party <> originator and originator = asking_party()
              and admitted(3::smallint, null, own_seats, null, null) = 3 and has_left(jit, party)
              and state <> 'out' and answered_by = asking_seat());

-- Read: members of the holder's party whom the release admitted then or who see the exhibit now, and members of the
-- originators with full access.
create policy seen on copies for select to liaison_app
  using ((jit = asking_jit())
         and (((party = asking_party())
               and ((admitted(3::smallint, authorities, seats, null::timestamp with time zone,
                              null::timestamp with time zone) = 3)
                    or (exists (select 1 from evidence e where (e.id = copies.evidence) offset 0))))
              or (((originator = asking_party())
                   and (admitted(3::smallint, null::uuid[], own_seats, null::timestamp with time zone,
                                 null::timestamp with time zone) = 3))
                  or (jointly(evidence) = 3))));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on copies as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

-- Who holds which copy is never updated: members change only the question and the answer.
grant select, insert, update (state, asked_at, reason, because, answered_at, answered_by, version)
  on copies to liaison_app;

grant select on copies to liaison_engine;

-- Whoever answers does not change the question.
create trigger keep_question before update on copies for each row execute function keep_question();
