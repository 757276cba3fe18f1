-- Actions of an action day: line on the board (actions), plan, moves, results and their exhibits. Line and
-- plan are two tables because row-level security hides rows, not columns.
-- Columns: app/models/coordination/operations.py, outcomes.py. Steps: app/access/coordination/operation_states.py. Contributor: the
-- role `member`.

-- Constraint trigger `by_a_move` of actions and action_moves: a new state and its move commit together, or
-- neither does. Both rows are of this transaction (xmin) and agree in state and time. Security definer: the
-- check does not depend on what the asking member sees.
create function demand_moved() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user not in ('liaison_app', 'liaison_engine') then return null; end if;
  if tg_table_name = 'action_moves' then
    if not exists (
      select 1 from actions a
       where a.jit = new.jit and a.id = new.action and a.xmin = pg_current_xact_id()::xid
         and a.state = new.state and a.since_at = new.occurred_at) then
      raise exception 'a move brings its action somewhere' using errcode = 'insufficient_privilege';
    end if;
  elsif not exists (
    select 1 from action_moves v
     where v.jit = new.jit and v.action = new.id and v.xmin = pg_current_xact_id()::xid
       and v.former = old.state and v.state = new.state and v.occurred_at = new.since_at) then
    raise exception 'an action moves by a move' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

alter table action_moves enable row level security;

alter table action_moves force row level security;

-- demand_moved reads moves and actions as the owner, within the asking member's team. In
-- sessions of the engine it reads those of every team.
create policy entered on action_moves to liaison_owner
  using (session_user = 'liaison_engine' or jit = asking_jit());

-- Move: leaders and contributors of the action's party, in their own name.
create policy inserted on action_moves for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and may_contribute()
              and exists (
                select 1 from actions a
                 where a.id = action_moves.action and a.jit = action_moves.jit and a.party = asking_party()));

-- Read: everyone who sees the plan.
create policy seen on action_moves for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from action_plans p where p.action = action_moves.action));

grant select, insert on action_moves to liaison_app;

-- Each move commits together with the new state of its action.
create constraint trigger by_a_move after insert on action_moves deferrable initially deferred for each row
  execute function demand_moved();

-- Each move commits together with its ledger entry.
create constraint trigger entered_09 after insert on action_moves deferrable initially deferred for each row
  execute function demand_entered_about('{action.moved}', 'action', 'action');

alter table action_plans enable row level security;

alter table action_plans force row level security;

-- The worker notifies of an authorisation that expires while its action executes. It reads no text.
create policy engine on action_plans for select to liaison_engine using (true);

-- Erasure: forget_of_day (ledger/fields.sql) runs as the owner and replaces erased text with a dash. The same
-- policy stands on action_results.
create policy erasing on action_plans to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Plan: leaders and contributors of the action's party. The lead of the action is an active member of that
-- party.
create policy inserted on action_plans for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and exists (
                select 1 from actions a
                 where a.id = action_plans.action and a.jit = action_plans.jit and a.party = asking_party())
              and exists (
                select 1 from members m
                 where m.jit = action_plans.jit and m.id = lead and m.party = action_plans.party
                   and m.state = 'seated'));

-- Read: leaders, contributors and coordinators of the action's party. Other parties: only where they see the
-- action and it is shared as a whole.
create policy seen on action_plans for select to liaison_app
  using (jit = asking_jit()
         and (party = asking_party() and (may_contribute() or may_coordinate())
              or exists (
                select 1 from actions a
                 where a.id = action_plans.action and a.jit = action_plans.jit and a.sharing = 'whole')));

-- Change: leaders and contributors of the party. The membership of its lead may be suspended or ended by
-- then.
create policy updated on action_plans for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and exists (
                select 1 from members m
                 where m.jit = action_plans.jit and m.id = lead and m.party = action_plans.party
                   and m.state in ('seated', 'ended', 'suspended')));

grant select, insert, update (objective, place, lead, team, interpreter, risk, contingency, channel,
  authorisation_kind, authorisation_reference, authorisation_from, authorisation_until, authorisation_zone, updated_at,
  version)
  on action_plans to liaison_app;

grant select (action, jit, authorisation_until) on action_plans to liaison_engine;

-- Each new or changed plan commits together with its ledger entry; an erasure needs none.
create constraint trigger entered_07 after insert on action_plans deferrable initially deferred for each row
  execute function demand_entered_about('{action.planned}', 'action', 'action');

create constraint trigger entered_08 after update on action_plans deferrable initially deferred for each row
  when (new.erased <@ old.erased)
  execute function demand_entered_about('{action.changed,action.shared}', 'action', 'action');

-- The application cannot set `erased`. A column that is written again is removed from it
-- (keep_what_was_erased in shared/histories.sql). The same trigger stands on action_results.
create trigger erased before insert or update on action_plans for each row execute function keep_what_was_erased();

alter table action_results enable row level security;

alter table action_results force row level security;

-- The worker finds out whom to notify. Its grant leaves out all text.
create policy engine on action_results for select to liaison_engine using (true);

create policy erasing on action_results to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Record: leaders and contributors of the action's party, in their own name.
create policy inserted on action_results for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and seat = asking_seat()
              and may_contribute()
              and exists (
                select 1 from actions a where a.id = action_results.action and a.party = asking_party()));

-- Read: everyone who sees the plan.
create policy seen on action_results for select to liaison_app
  using (jit = asking_jit() and exists (select 1 from action_plans p where p.action = action_results.action));

grant select, insert on action_results to liaison_app;

grant select (id, jit, seat) on action_results to liaison_engine;

-- Each result commits together with its ledger entry.
create constraint trigger entered_10 after insert on action_results deferrable initially deferred for each row
  execute function demand_entered_about('{action.result_recorded}', 'result', 'id');

create trigger erased before insert or update on action_results for each row execute function keep_what_was_erased();

alter table actions enable row level security;

alter table actions force row level security;

-- The worker: as for action_plans.
create policy engine on actions for select to liaison_engine using (true);

create policy entered on actions to liaison_owner
  using (session_user = 'liaison_engine' or jit = asking_jit());

-- Plan: leaders and contributors, for their own party, if it takes part and the action day is announced. In a
-- draft only the author's party plans. The ledger entry of another party would reveal the draft to its
-- members.
create policy inserted on actions for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and exists (
                select 1 from operations o
                 where o.id = actions.operation and o.jit = actions.jit and asking_party() = any (o.parties)
                   and (o.told_at is not null or o.author_party = asking_party())));

-- Read: leaders, contributors and coordinators of the action's party. Others who see the action day: where
-- the action is shared, as a line on the board or as a whole.
create policy seen on actions for select to liaison_app
  using (jit = asking_jit()
         and (party = asking_party() and (may_contribute() or may_coordinate())
              or sharing in ('board', 'whole'))
         and exists (select 1 from operations o where o.id = actions.operation and o.jit = actions.jit));

-- Change the sharing or the state: leaders and contributors of the action's party.
create policy updated on actions for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

grant select, insert, update (sharing, state, since_at) on actions to liaison_app;

grant select (id, jit, operation, party, sharing, state, since_at) on actions to liaison_engine;

-- Each new state commits together with its move.
create constraint trigger by_a_move after update of state on actions deferrable initially deferred for each row
  when (old.state is distinct from new.state)
  execute function demand_moved();

-- Each action and each change of its sharing commits together with its ledger entry.
create constraint trigger entered_05 after insert on actions deferrable initially deferred for each row
  execute function demand_entered_about('{action.planned}', 'action', 'id');

create constraint trigger entered_06 after update of sharing on actions deferrable initially deferred for each row
  when (old.sharing is distinct from new.sharing)
  execute function demand_entered_about('{action.shared}', 'action', 'id');

alter table result_links enable row level security;

alter table result_links force row level security;

-- Link: leaders and contributors of the result's party, to an exhibit that they see.
create policy inserted on result_links for insert to liaison_app
  with check (jit = asking_jit() and linked_by = asking_seat() and may_contribute()
              and exists (
                select 1 from action_results r where r.id = result_links.result and r.party = asking_party())
              and exists (select 1 from evidence e where e.id = result_links.evidence));

-- Read: everyone who sees both the result and the exhibit.
create policy seen on result_links for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from action_results r where r.id = result_links.result)
         and exists (select 1 from evidence e where e.id = result_links.evidence));

grant select, insert on result_links to liaison_app;

-- Each link commits together with its ledger entry.
create constraint trigger entered_11 after insert on result_links deferrable initially deferred for each row
  execute function demand_entered_about('{action.result_linked}', 'result', 'result');
