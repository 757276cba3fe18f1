-- Policies, grants and triggers of the table jits: the teams.
-- Columns: app/models/teams/jits.py. Who founds a team: app/services/teams/jits.py. Its phases:
-- app/services/teams/phases.py, app/services/ending/closing.py.

-- Trigger: refuses every change of a closed team's row (LJ001).
create function keep_closed() returns trigger language plpgsql as $$
begin
  raise exception 'the team is closed: nothing is entered any more' using errcode = 'LJ001';
end $$;

-- Trigger: lets the origin of a ledger change only if the former one is an ended epoch in the table epochs. The new
-- origin must not be an ended epoch.
create function refuse_other_origin() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from epochs e where e.jit = old.id and e.origin = old.ledger_origin)
     or exists (select 1 from epochs e where e.origin = new.ledger_origin) then
    raise exception 'the origin of a ledger changes with its epoch alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter table jits enable row level security;

alter table jits force row level security;

-- The owner: refuse_closed asks for whichever team is written to, and close_team closes the asking one.
create policy closing on jits to liaison_owner using (true) with check (true);

-- The engine gives a ledger its new origin (app/ledger/epochs.py) and reads the state of every team.
create policy engine on jits to liaison_engine using (true) with check (true);

-- Insert: an account that may found teams, under the id of the asking team.
create policy inserted on jits for insert to liaison_app
  with check ((id = asking_jit())
    and (exists ( select 1 from accounts a where ((a.id = asking_account()) and a.may_found) offset 0)));

-- Read: members of the team, and accounts that took a place in it which has not ended. A proposal alone shows nothing:
-- somebody else may hold the account of that address.
create policy seen on jits for select to liaison_app
  using ((id = asking_jit())
    or (exists ( select 1 from members m
          where ((m.jit = jits.id) and (m.account = asking_account()) and (m.state in ('seated', 'suspended')))
          offset 0)));

-- Update: administrators of the team. Only close_team sets the state `closed`. Leaders lock the row too
-- (app/services/teams/team_settings.py), so the first condition admits every member.
create policy updated on jits for update to liaison_app
  using (id = asking_jit())
  with check (id = asking_jit() and may_administer()
    and state in ('operational', 'trial'));

-- Without reference, dates and origin, which stay as they were at the founding.
grant select, insert, update (name, state, version, quorum, review_sample) on jits to liaison_app;

-- Without the name of the team, which the engine does not need.
grant select (id, state, ledger_origin, founded_at, quorum), update (ledger_origin) on jits to liaison_engine;

-- A closed team does not change. The origin of a ledger changes only with an epoch.
create trigger keep_closed before delete or update on jits for each row
  when (old.state = 'closed')
  execute function keep_closed();

alter table jits enable always trigger keep_closed;

create trigger origin_stays before update on jits for each row
  when (old.ledger_origin is distinct from new.ledger_origin)
  execute function refuse_other_origin();

alter table jits enable always trigger origin_stays;

-- Each change of the phase, of the quorum and of the review sample commits together with its ledger entry.
create constraint trigger phase_entered after update of state on jits deferrable initially deferred for each row
  when (old.state is distinct from new.state)
  execute function demand_entered_of_team('{jit.phase_moved,jit.closed}');

create constraint trigger quorum_entered after update of quorum on jits deferrable initially deferred for each row
  when (old.quorum is distinct from new.quorum)
  execute function demand_entered_of_team('{witness.quorum}');

create constraint trigger review_sample_entered after update of review_sample on jits deferrable initially deferred for each row
  when (old.review_sample is distinct from new.review_sample)
  execute function demand_entered_of_team('{review.sample_agreed}');
