-- Row-level security, grants and triggers of the table erasure_wishes: erasures that wait for a second leader.
-- Columns: app/models/retention/retention.py. Who requests, confirms and cancels: app/services/retention/erasures.py.

alter table erasure_wishes enable row level security;

alter table erasure_wishes force row level security;

-- Owner: begin_erasure() reads a confirmed request and deletes it.
create policy definer on erasure_wishes to liaison_owner using (true);

-- Cancel: members of the originator who hold the exhibit.
create policy deleted on erasure_wishes for delete to liaison_app
  using (jit = asking_jit()
         and exists (
               select 1 from releases r
                where r.jit = erasure_wishes.jit and r.evidence = erasure_wishes.evidence
                  and r.party = asking_party() and r.originator = asking_party()
                  and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3));

-- Request: members of the originator who hold the exhibit, in their own name and without a confirmation.
create policy inserted on erasure_wishes for insert to liaison_app
  with check (jit = asking_jit()
              and exists (
                    select 1 from releases r
                     where r.jit = erasure_wishes.jit and r.evidence = erasure_wishes.evidence
                       and r.party = asking_party() and r.originator = asking_party()
                       and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)
              and wanted_by = asking_seat() and confirmed_by is null);

-- Read: the auditor of the team and members of the originator who see the exhibit.
create policy seen on erasure_wishes for select to liaison_app
  using (jit = asking_jit()
         and (asking_as_jit_auditor()
              or exists (
                   select 1 from releases r
                    where r.jit = erasure_wishes.jit and r.evidence = erasure_wishes.evidence
                      and r.party = asking_party() and r.originator = asking_party()
                      and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)));

-- Confirm: once, members of the originator who hold the exhibit, in their own name.
create policy updated on erasure_wishes for update to liaison_app
  using (jit = asking_jit()
         and exists (
               select 1 from releases r
                where r.jit = erasure_wishes.jit and r.evidence = erasure_wishes.evidence
                  and r.party = asking_party() and r.originator = asking_party()
                  and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)
         and confirmed_by is null)
  with check (jit = asking_jit()
              and exists (
                    select 1 from releases r
                     where r.jit = erasure_wishes.jit and r.evidence = erasure_wishes.evidence
                       and r.party = asking_party() and r.originator = asking_party()
                       and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) = 3)
              and confirmed_by = asking_seat());

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on erasure_wishes as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

grant select, insert, delete, update (confirmed_by) on erasure_wishes to liaison_app;
