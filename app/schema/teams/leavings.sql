-- Policies, grants and triggers of the table leavings: declared leavings of parties.
-- Columns: app/models/teams/leaving.py. Declaring: app/services/teams/leaving.py. What follows: app/services/ending/leaving_jobs.py.

-- Trigger: copies the moment of a declared leaving to parties.leaves_at, and removes it when the leaving is
-- withdrawn. take_seat reads it there.
-- Security definer: the application may not write this column.
create function mark_leaving() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update parties p set leaves_at = case when new.withdrawn_at is null then new.effective_at end, version = p.version + 1
   where p.jit = new.jit and p.id = new.party;
  return null;
end $$;

alter table leavings enable row level security;

alter table leavings force row level security;

-- The owner: the functions of teams/leaving.sql read and continue leavings.
create policy definer on leavings to liaison_owner
  using (session_user = 'liaison_engine' or jit = asking_jit());

-- The engine carries out the leavings of every team.
create policy engine on leavings to liaison_engine using (true) with check (true);

-- Declare: a member of the party, or an administrator of another party if nobody leads it, in their own name.
-- The treatment of exhibits and copies concerns the other parties, so it must be that of a clause of the agreement.
-- app/services/teams/leaving.py decides who of the party may, and when.
create policy inserted on leavings for insert to liaison_app
  with check (jit = asking_jit() and declared_by = asking_seat()
    and withdrawn_at is null and begun_at is null and ended_at is null and not has_left(jit, party)
    and (party = asking_party() and decides_releases()
      or may_administer() and party is distinct from asking_party() and not is_led(party))
    and exists (
      select 1 from leaving_clauses c
       where c.jit = leavings.jit and c.id = leavings.clause and (c.party is null or c.party = leavings.party)
         and c.contributed = leavings.contributed and c.received = leavings.received));

create policy seen on leavings for select to liaison_app using (jit = asking_jit());

-- Withdraw: the same members, in their own name.
create policy withdrawn on leavings for update to liaison_app
  using (jit = asking_jit()
    and (party = asking_party() or may_administer() and not is_led(party)))
  with check (jit = asking_jit() and withdrawn_by = asking_seat());

grant select, insert, update (withdrawn_by, withdrawn_at) on leavings to liaison_app;

-- Without begun_at, which begin_leaving writes.
grant select, update (ended_at) on leavings to liaison_engine;

-- The party's row always names the moment at which it leaves.
create trigger marked after insert or update of withdrawn_at on leavings for each row
  execute function mark_leaving();
