-- Row-level security, grants and triggers of the table holds: legal holds that prevent the erasure of an exhibit.
-- Columns: app/models/retention/retention.py. Who sets and lifts one: app/services/retention/holds.py.

alter table holds enable row level security;

alter table holds force row level security;

-- Owner: is_on_hold() asks for holds of every party.
create policy definer on holds to liaison_owner using (true) with check (true);

-- Set: in one's own name, for a party that obtained the exhibit or disclosed it to a court.
create policy inserted on holds for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and set_by = asking_seat() and lifted_at is null
              and (exists (
                     select 1 from evidence e
                      where e.jit = holds.jit and e.id = holds.evidence
                        and obtained_by(asking_party(), e.originator, e.joint))
                   or exists (
                     select 1 from disclosures d
                      where d.jit = holds.jit and d.evidence = holds.evidence and d.party = asking_party())));

-- Lift: once, in one's own name, for the party that set the hold. If that party has left or has no release of the
-- exhibit any more: for a party that obtained the exhibit.
create policy lifted on holds for update to liaison_app
  using (jit = asking_jit() and lifted_at is null
         and (party = asking_party()
              or (exists (
                    select 1 from evidence e
                     where e.jit = holds.jit and e.id = holds.evidence
                       and obtained_by(asking_party(), e.originator, e.joint))
                  and (has_left(jit, party)
                       or not exists (
                         select 1 from releases r
                          where r.jit = holds.jit and r.evidence = holds.evidence and r.party = holds.party)))))
  with check (jit = asking_jit() and lifted_by = asking_seat());

-- Read: the auditor of the team, the party that set the hold and the originators, if they see the exhibit.
create policy seen on holds for select to liaison_app
  using ((jit = asking_jit())
         and (exists (select 1 from evidence e where ((e.jit = holds.jit) and (e.id = holds.evidence))))
         and (asking_as_jit_auditor()
              or (party = asking_party())
              or (exists (
                    select 1 from evidence e
                     where ((e.jit = holds.jit) and (e.id = holds.evidence)
                            and obtained_by(asking_party(), e.originator, e.joint))))));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on holds as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

-- A hold never changes except for its end.
grant select, insert, update (lifted_by, lifted_at, lift_reason) on holds to liaison_app;

-- An erased exhibit receives no hold. The trigger waits for an erasure that is being decided.
create trigger unerased before insert on holds for each row execute function hold_unerased();
