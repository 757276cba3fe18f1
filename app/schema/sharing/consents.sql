-- Row-level security, grants and integrity of consents: consent requests to an originator, and information
-- requests. Columns: app/models/sharing/consents.py. Who may ask and answer: app/access/sharing/consents.py,
-- app/services/sharing/consents.py.

-- Trigger: `former`, the release to which the end of a consent returns, has at most the level that the asking party
-- has now. Otherwise the end of a consent could raise a release. Security definer: it reads the release whatever the
-- writer sees.
create function refuse_raised_former() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user = 'liaison_app' and (new.former ->> 'level')::integer > coalesce(
       (select max(r.level) from releases r where r.jit = new.jit and r.party = new.asker_party
           and r.evidence = coalesce(new.evidence, new.answer)), 0) then
    raise exception 'no more stood before than stands now' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table consents enable row level security;

alter table consents force row level security;

create policy definer on consents to liaison_owner using (true) with check (true);

-- Engine: the background job ends requests without an answer and granted uses whose time is over
-- (app/services/sharing/consent_jobs.py).
create policy engine on consents to liaison_engine using (true) with check (true);

-- Ask: for one's own party, in one's own name, without an answer. About an exhibit that the member sees, its originator
-- is asked.
create policy inserted on consents for insert to liaison_app
  with check ((jit = asking_jit()) and (asker = asking_seat()) and (asker_party = asking_party())
              and state = 'requested' and former is null and seen_at is null and answered_at is null
              and answered_by is null and ended_at is null
              and ((evidence is null)
                   or (exists (
                         select 1 from evidence e
                          where ((e.jit = consents.jit) and (e.id = consents.evidence)
                             and (e.originator = consents.asked_party))
                          offset 0))));

-- Read: leaders and contributors of the two parties; where there is an exhibit, only those who see it.
create policy seen on consents for select to liaison_app
  using ((jit = asking_jit()) and may_contribute()
         and ((asking_party() = asker_party) or (asking_party() = asked_party))
         and ((evidence is null)
              or (exists (
                    select 1 from evidence e
                     where ((e.jit = consents.jit) and (e.id = consents.evidence))
                     offset 0))));

-- Answer: the asked party. Withdraw: the asking party, which writes no other state. Where there is an exhibit, only
-- members who see it.
create policy updated on consents for update to liaison_app
  using ((jit = asking_jit()) and ((asking_party() = asker_party) or (asking_party() = asked_party))
         and ((evidence is null)
              or (exists (
                    select 1 from evidence e
                     where ((e.jit = consents.jit) and (e.id = consents.evidence))
                     offset 0))))
  with check ((jit = asking_jit())
              and ((asked_party = asking_party())
                   or ((asker_party = asking_party()) and (state = 'withdrawn')))
              and ((evidence is null)
                   or (exists (
                         select 1 from evidence e
                          where ((e.jit = consents.jit) and (e.id = consents.evidence))
                          offset 0))));

grant select, insert, update (state, seen_at, answered_at, answered_by, reason, conditions, until, former, answer,
  ended_at, version)
  on consents to liaison_app;

-- The engine reads no words: neither the request nor reasons and conditions.
grant select (id, jit, use, evidence, asker, asker_party, asked_party, state, due_at, until, answer, ended_at,
  version), update (state, ended_at, version)
  on consents to liaison_engine;

-- `former` never exceeds the present release.
create trigger former_as_it_stood before insert or update of former on consents for each row
  when (new.former is not null)
  execute function refuse_raised_former();
