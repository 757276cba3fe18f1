-- Policies, grants and triggers of the table suspensions: suspensions of parties, proposed, confirmed or ended.
-- Columns: app/models/teams/suspensions.py. Whose votes count: app/access/suspensions.py.

alter table suspensions enable row level security;

alter table suspensions force row level security;

-- The worker ends suspensions that nobody confirmed in time. Its grant leaves out clause and reason.
create policy engine on suspensions to liaison_engine using (true) with check (true);

-- Propose: a leader of another party, in their own name.
create policy inserted on suspensions for insert to liaison_app
  with check (jit = asking_jit() and proposed_by = asking_seat() and may_lead()
    and party is distinct from asking_party() and confirmed_by is null and ended_at is null);

-- Read: the whole team, like the ledger entries about it.
create policy seen on suspensions for select to liaison_app using (jit = asking_jit());

-- Confirm: a leader of another party, in their own name. End: an administrator of another party, who resumes it.
create policy updated on suspensions for update to liaison_app
  using (jit = asking_jit() and ended_at is null)
  with check (jit = asking_jit() and party is distinct from asking_party()
    and case when ended_at is null then may_lead() and confirmed_by = asking_seat() else may_administer() end);

grant select, insert, update (confirmed_by, confirmed_at, ended_at) on suspensions to liaison_app;

grant select (id, jit, party, at_once, lapses_at, confirmed_at, ended_at), update (ended_at)
  on suspensions to liaison_engine;

-- Each proposal, confirmation and end commits together with its ledger entry.
create constraint trigger entered after insert on suspensions deferrable initially deferred for each row
  execute function demand_entered_about('{party.suspension_proposed,party.suspended_at_once}', 'party', 'party');

create constraint trigger entered_too after update on suspensions deferrable initially deferred for each row
  execute function demand_entered_about(
    '{party.suspended,party.resumed,party.suspension_lapsed}', 'party', 'party');
