-- Row-level security, grants and integrity of decisions that take more than one person: four_eyes (acts for which a
-- party requires a second leader), release_confirmations (the second leader), release_agreements (joint originators),
-- reservations (functions reserved to judicial members).
-- Columns: app/models/sharing/four_eyes.py, joint.py, reservations.py. Services: four_eyes.py, approvals.py, joint.py,
-- reservations.py in app/services.

alter table four_eyes enable row level security;

alter table four_eyes force row level security;

-- Owner: lacking, gates_of_originator and the functions of erasure read the requirements of each party.
create policy definer on four_eyes to liaison_owner using (true);

-- Require: for one's own party, in one's own name. Read: the party itself.
create policy inserted on four_eyes for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

create policy seen on four_eyes for select to liaison_app
  using (jit = asking_jit() and party = asking_party());

create policy updated on four_eyes for update to liaison_app
  using (jit = asking_jit() and party = asking_party())
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

grant select, insert, update (acts, proposed, decided_by, decided_at, version) on four_eyes to liaison_app;

alter table release_agreements enable row level security;

alter table release_agreements force row level security;

create policy definer on release_agreements to liaison_owner using (true);

-- Agree: for one's own party, which obtained the exhibit jointly, in one's own name, to a waiting release of it.
create policy inserted on release_agreements for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and agreed_by = asking_seat()
              and jointly(evidence) = 3 and not awaits_approval(evidence) and exists (
                select 1 from waiting_releases w
                 where w.id = release_agreements.waiting and w.evidence = release_agreements.evidence));

-- Read: members who see the waiting release.
create policy seen on release_agreements for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from waiting_releases w where w.id = release_agreements.waiting));

-- Rows are added and never changed.
grant select, insert on release_agreements to liaison_app;

alter table release_confirmations enable row level security;

alter table release_confirmations force row level security;

create policy definer on release_confirmations to liaison_owner using (true);

-- Confirm: in one's own name, a release or recall of this exhibit and recipient for which one's own party waits.
create policy inserted on release_confirmations for insert to liaison_app
  with check (jit = asking_jit() and confirmed_by = asking_seat() and exists (
                select 1 from waiting_releases w join members m on m.jit = w.jit and m.id = w.wanted_by
                 where w.id = release_confirmations.waiting and w.evidence = release_confirmations.evidence
                   and w.party = release_confirmations.party and m.party = asking_party()));

-- Read: members of a joint originator.
create policy jointly on release_confirmations for select to liaison_app
  using (jit = asking_jit() and jointly(evidence) > 0);

-- Read: the auditor of the whole team, and members of the originator whom its own release admits.
create policy seen on release_confirmations for select to liaison_app
  using (jit = asking_jit()
         and (asking_as_jit_auditor() or exists (
                select 1 from releases r
                 where r.jit = release_confirmations.jit and r.evidence = release_confirmations.evidence
                   and r.party = asking_party() and r.originator = asking_party()
                   and admitted(r.level, r.authorities, r.seats, r.not_before, r.until) > 0)));

-- A coordinator has exhibits that the own party obtained at `listed`, without this.
create policy withheld on release_confirmations as restrictive for select to liaison_app
  using ((select not asking_as_coordinator()) or not is_own_at_listed(evidence));

-- Rows are added and never changed.
grant select, insert on release_confirmations to liaison_app;

alter table reservations enable row level security;

alter table reservations force row level security;

-- Owner: security definer functions that call decides_releases() honour the reservation.
create policy definer on reservations for select to liaison_owner using (jit = asking_jit());

-- Reserve: for one's own party, in one's own name.
create policy inserted on reservations for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

-- Read: the party itself. The account's own parties too: app/access/seats.py reads the row before the settings name a
-- party.
create policy seen on reservations for select to liaison_app
  using ((jit = asking_jit() and party = asking_party()) or exists (
           select 1 from members m
            where m.jit = reservations.jit and m.party = reservations.party and m.account = asking_account()
              and m.state = 'seated'));

-- End or renew: a member who decides releases, which a reservation limits to judicial leaders. Any leader, where the
-- party has no judicial leader any more. The reservation itself limits who decides about releases.
create policy updated on reservations for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_lead()
         and (decides_releases() or not exists (
                select 1 from members m
                 where m.jit = reservations.jit and m.party = reservations.party and m.state = 'seated'
                   and m.function = 'judicial' and may_lead(m.roles))))
  with check (jit = asking_jit() and party = asking_party() and decided_by = asking_seat());

grant select, insert, update (judicial, decided_by, decided_at, version) on reservations to liaison_app;
