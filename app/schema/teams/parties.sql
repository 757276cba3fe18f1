-- Policies, grants and triggers of the table parties: the parties of a team.
-- Columns: app/models/teams/jits.py. Who adds and suspends a party: app/services/teams/parties.py.

-- Trigger: refuses every other status for a party that has left. What protects its copies and the exhibits of others
-- asks for this status.
create function keep_left() returns trigger language plpgsql as $$
begin
  raise exception 'a party that left does not come back' using errcode = 'insufficient_privilege';
end $$;

alter table parties enable row level security;

alter table parties force row level security;

-- The owner: has_left, controller_designated and the functions of a leaving; begin_leaving and mark_leaving write
-- here.
create policy definer on parties to liaison_owner
  using ((jit = asking_jit()) or (session_user = 'liaison_engine'));

-- The owner, for an operator's lists of all teams (invitations_of_members, storage_of_teams), which alone make this
-- setting.
create policy administered on parties for select to liaison_owner
  using (current_setting('app.administering', true) = 'on' and asking_operator());

-- The engine reads the parties of every team. Its grant leaves out names.
create policy engine on parties to liaison_engine using (true) with check (true);

-- Insert: an administrator of the team, or its founder while the team has no member yet.
create policy inserted on parties for insert to liaison_app
  with check (jit = asking_jit()
    and (may_administer() or (asking_seat() is null and has_no_seats(jit))));

-- Read: members of the team, and accounts that took a place in it which has not ended. A proposal alone shows nothing:
-- somebody else may hold the account of that address.
create policy seen on parties for select to liaison_app
  using ((jit = asking_jit())
    or (exists ( select 1 from members m
          where ((m.jit = parties.jit) and (m.account = asking_account()) and (m.state in ('seated', 'suspended')))
          offset 0)));

-- Update: a leader suspends another party than their own, by a suspension at once or one with both votes; an
-- administrator resumes another party than their own.
create policy updated on parties for update to liaison_app
  using (jit = asking_jit())
  with check ((jit = asking_jit()) and (id is distinct from asking_party())
    and case status
      when 'active' then may_administer()
      when 'suspended' then may_lead() and exists (
        select 1 from suspensions s
         where s.jit = parties.jit and s.party = parties.id and s.ended_at is null
           and (s.at_once or s.confirmed_at is not null))
      else false
    end);

grant select, insert, update (status, version) on parties to liaison_app;

-- The worker ends a suspension at once that nobody confirmed.
grant select (id, jit, code, kind, time_zone, status, leaves_at, version), update (status, version)
  on parties to liaison_engine;

-- A party that has left does not return.
create trigger keep_left before update of status on parties for each row
  when ((old.status = 'left') and (new.status <> 'left'))
  execute function keep_left();
