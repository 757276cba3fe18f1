-- Policies, grants and triggers of the table closings: a closing of a team, declared, withdrawn or done.
-- Columns: app/models/ending/closings.py. Who declares, withdraws and closes: app/services/ending/closing.py.

alter table closings enable row level security;

alter table closings force row level security;

-- The owner: close_team locks the closing and records who closed the team.
create policy closing on closings to liaison_owner
  using ((session_user = 'liaison_engine') or (jit = asking_jit()));

-- Declare: an administrator in their own name.
create policy inserted on closings for insert to liaison_app
  with check (jit = asking_jit() and withdrawn_at is null and closed_at is null
    and declared_by = asking_seat() and may_administer());

create policy seen on closings for select to liaison_app using (jit = asking_jit());

-- Withdraw: an administrator or a leader who decides releases, in their own name. It ends the agreement of every party.
create policy withdrawn on closings for update to liaison_app
  using (jit = asking_jit() and withdrawn_at is null and closed_at is null
    and (may_administer() or decides_releases()))
  with check (jit = asking_jit() and withdrawn_by = asking_seat() and closed_at is null);

-- Without closed_by and closed_at, which only close_team writes.
grant select, insert, update (withdrawn_by, withdrawn_at) on closings to liaison_app;

-- Each declaration, withdrawal and closing commits together with its ledger entry.
create constraint trigger entered after insert on closings deferrable initially deferred for each row
  execute function demand_entered('{jit.closing_declared}');

create constraint trigger entered_too after update on closings deferrable initially deferred for each row
  execute function demand_entered('{jit.closing_withdrawn,jit.closed}');
