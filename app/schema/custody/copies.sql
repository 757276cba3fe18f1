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
  with check ((jit = asking_jit()) AND (party = asking_party()) AND (seat = asking_seat())
              AND (state = 'out'::text)
              AND (EXISTS (
                     SELECT 1 FROM openings o
                      WHERE ((o.id = copies.id) AND (o.evidence = copies.evidence) AND (o.act = 'take'::text))
                      OFFSET 0))
              AND (EXISTS (
                     SELECT 1 FROM evidence e
                      WHERE ((e.id = copies.evidence) AND (e.exhibit_number = copies.exhibit_number)
                             AND (e.title = copies.title)) OFFSET 0))
              AND (EXISTS (
                     SELECT 1 FROM releases r
                      WHERE ((r.jit = copies.jit) AND (r.evidence = copies.evidence)
                             AND (r.party = asking_party()) AND (r.originator = copies.originator)
                             AND (NOT (r.own_seats IS DISTINCT FROM copies.own_seats))
                             AND (NOT (r.authorities IS DISTINCT FROM copies.authorities))
                             AND (NOT (r.seats IS DISTINCT FROM copies.seats))
                             AND (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3))
                      OFFSET 0)));

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
         AND (((party = asking_party())
               AND ((admitted((3)::smallint, authorities, seats, NULL::timestamp with time zone,
                              NULL::timestamp with time zone) = 3)
                    OR (EXISTS (SELECT 1 FROM evidence e WHERE (e.id = copies.evidence) OFFSET 0))))
              OR (((originator = asking_party())
                   AND (admitted((3)::smallint, NULL::uuid[], own_seats, NULL::timestamp with time zone,
                                 NULL::timestamp with time zone) = 3))
                  OR (jointly(evidence) = 3))));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on copies as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

-- Who holds which copy is never updated: members change only the question and the answer.
grant select, insert, update (state, asked_at, reason, because, answered_at, answered_by, version)
  on copies to liaison_app;

grant select on copies to liaison_engine;

-- Whoever answers does not change the question.
create trigger keep_question before update on copies for each row execute function keep_question();
