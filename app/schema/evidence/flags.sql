-- Row-level security, grants and triggers of the table flags: exhibits marked as potentially exculpatory.
-- Columns: app/models/evidence/flags.py. Who flags and decides: app/access/flags.py, app/services/evidence/flags.py (Directive
-- 2012/13/EU Art. 7).

-- Trigger function: a flag is never deleted. Two changes are possible: its one decision, and own_seats, which
-- flags_own_seats() copies when the originator narrows its own release.
create function keep_flag() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{own_seats}'::text[] = to_jsonb(old) - '{own_seats}'::text[] then return new; end if;
    if old.decision is null and new.decision is not null
       and to_jsonb(new) - '{decision,because,decided_by,decided_at,version}'::text[]
         = to_jsonb(old) - '{decision,because,decided_by,decided_at,version}'::text[] then return new; end if;
  end if;
  raise exception 'a flag stays as it was set' using errcode = 'insufficient_privilege';
end $$;

alter table flags enable row level security;

alter table flags force row level security;

-- Owner: flags_own_seats() updates own_seats, and must_stand() asks whether an exhibit has a flag.
create policy definer on flags to liaison_owner using (true) with check (true);

-- Engine: the worker finds out whom a flag concerns. Its grant leaves out what the flag says.
create policy engine on flags for select to liaison_engine using (true);

-- Flag: in one's own name, an exhibit of another party that one can read.
-- The row repeats title, number and the narrowing of the release: they say later who may know of the flag.
create policy inserted on flags for insert to liaison_app
  with check ((jit = asking_jit()) and (party = asking_party()) and (seat = asking_seat())
              and (decision is null) and (version = 1)
              and (exists (
                     select 1 from (evidence e join releases r on (((r.jit = e.jit) and (r.evidence = e.id))))
                      where ((e.id = flags.evidence) and (e.exhibit_number = flags.exhibit_number)
                             and (e.title = flags.title) and (e.originator = flags.originator)
                             and (not obtained_by(asking_party(), e.originator, e.joint))
                             and (e.verification is distinct from 'waiting')
                             and (r.party = asking_party())
                             and (not (r.own_seats is distinct from flags.own_seats))
                             and (not (r.authorities is distinct from flags.authorities))
                             and (not (r.seats is distinct from flags.seats))
                             and (admitted(r.level, r.authorities, r.seats, r.not_before, r.until) >= 2))
                      offset 0)));

-- Read: the auditor of the team; members of the flagging party whom the release admitted then or who see the exhibit
-- now; members of the originators who see it.
create policy seen on flags for select to liaison_app
  using ((jit = asking_jit())
         and (asking_as_jit_auditor()
              or ((party = asking_party())
                  and ((admitted(3::smallint, authorities, seats, null::timestamp with time zone,
                                 null::timestamp with time zone) > 0)
                       or (exists (select 1 from evidence e where (e.id = flags.evidence) offset 0))))
              or (((originator = asking_party())
                   and (admitted(3::smallint, null::uuid[], own_seats, null::timestamp with time zone,
                                 null::timestamp with time zone) > 0))
                  or (jointly(evidence) > 0))));

-- Decide: once, by a member of the originator who sees the exhibit.
create policy updated on flags for update to liaison_app
  using (jit = asking_jit()
         and (originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) > 0)
         and decision is null)
  with check (jit = asking_jit()
              and (originator = asking_party() and admitted(3::smallint, null, own_seats, null, null) > 0)
              and decided_by = asking_seat());

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on flags as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

-- What was flagged, by whom and why is never updated.
grant select, insert, update (decision, because, decided_by, decided_at, version) on flags to liaison_app;

-- The engine reads neither title nor reason.
grant select (id, jit, originator, seat) on flags to liaison_engine;

-- A flag stays as it was set, also for the owner and for sessions that switch off ordinary triggers.
create trigger kept before delete or update on flags for each row execute function keep_flag();

alter table flags enable always trigger kept;

create trigger no_truncate before truncate on flags for each statement execute function refuse_change();

alter table flags enable always trigger no_truncate;
