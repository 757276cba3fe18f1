-- Row-level security, grants and triggers of the table erasure_agreements: joint originators agree to an erasure.
-- Columns: app/models/sharing/joint.py. Who agrees: app/access/sharing/joint.py, app/services/sharing/joint.py.

alter table erasure_agreements enable row level security;

alter table erasure_agreements force row level security;

-- Owner: lacking_erasure() counts the agreements of all parties.
create policy definer on erasure_agreements to liaison_owner using (true);

-- Agree: leaders of a joint originator whose agreement is missing, in their own name. The agreement is for the
-- current version of the exhibit, which is withdrawn or due for review.
create policy inserted on erasure_agreements for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and agreed_by = asking_seat()
              and may_lead() and jointly(evidence) = 3
              and exists (
                    select 1 from evidence e
                     where e.id = erasure_agreements.evidence and asking_party() = any (lacking_erasure(e))
                       and e.version = erasure_agreements.version
                       and (e.status = 'withdrawn'
                            or (e.status = 'active'
                                and e.review_on <= (statement_timestamp() at time zone 'utc')::date))));

-- Read: members of the originators who see the exhibit.
create policy seen on erasure_agreements for select to liaison_app
  using (jit = asking_jit()
         and (jointly(evidence) > 0
              or exists (
                   select 1 from evidence e
                    where e.id = erasure_agreements.evidence and e.originator = asking_party() offset 0)));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on erasure_agreements as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

grant select, insert on erasure_agreements to liaison_app;
