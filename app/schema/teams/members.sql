-- Policies, grants and triggers of the table members: an account's place in a team.
-- Columns: app/models/teams/jits.py. Who changes what: app/services/teams/proposals.py, members.py, member_changes.py.

-- Trigger: lets a new administrator view the exhibits whose upload awaits approval.
-- Security definer: it writes releases of other parties.
create function admit_administrator() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from admit_administrators(new.jit, null);
  return null;
end $$;

-- Trigger: an administrator who loses this role loses the view of exhibits whose upload awaits approval.
-- Security definer: it writes releases of other parties.
create function dismiss_administrator() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update releases set seats = array_remove(seats, new.id), version = version + 1
   where jit = new.jit and party = new.party and basis = 'verification' and new.id = any (seats);
  return null;
end $$;

alter table members enable row level security;

alter table members force row level security;

-- The owner: security definer functions look up members of the asking team, or of any team for the engine.
create policy definer on members to liaison_owner using (true) with check (true);

-- The engine reads who is a member, and ends members whose time is over or whose party has left.
create policy engine on members to liaison_engine using (true) with check (true);

-- Insert: a coordinator's proposal, or the founder as the first member of a new team.
create policy inserted on members for insert to liaison_app
  with check ((jit = asking_jit())
    and ((may_coordinate() and (state = 'proposed'))
      or ((asking_seat() is null) and (account = asking_account()) and has_no_seats(jit))));

-- Read: members of the team, and the account itself. An account also reads proposals to its e-mail address, in
-- order to redeem a one-time code.
create policy seen on members for select to liaison_app
  using ((account = asking_account()) or (jit = asking_jit())
    or ((account is null) and (state = 'proposed')
      and (exists ( select 1 from accounts a
            where ((a.id = asking_account()) and (a.email = members.email)) offset 0))));

-- Update: a leader changes members of their own party and the auditor of the whole team. A coordinator ends proposals,
-- and changes those that no leader has confirmed, so that only leaders issue codes for what they confirmed. Without a place in the team, an account takes a place that is proposed to its e-mail address; a
-- suspended or ended place is not taken again.
create policy updated on members for update to liaison_app
  using ((jit = asking_jit() and asking_seat() is not null)
    or (asking_seat() is null and state = 'proposed'
      and email = (select a.email from accounts a where a.id = asking_account())))
  with check ((jit = asking_jit()
      and ((may_lead() and (party = asking_party() or party is null))
        or (may_coordinate()
            and (state = 'ended'
                 or state = 'proposed' and not exists (select 1 from confirmations c where c.member = members.id)))))
    or (asking_seat() is null and state = 'seated' and account = asking_account()
      and email = (select a.email from accounts a where a.id = asking_account())));

-- Without code, party and function, which never change. Roles change by apply_confirmed_roles
-- (role_changes.sql).
grant select, insert, update (account, name, state, seated_at, one_time_code_hash, one_time_code_expires_at, version,
  until)
  on members to liaison_app;

-- Without names, e-mail addresses and one-time codes, which the engine does not need.
grant select (id, jit, party, authority, account, code, roles, state, version, until), update (state, version)
  on members to liaison_engine;

-- An administrator who gets other roles does not approve uploads any more.
create trigger dismissed after update of roles on members for each row
  when (may_administer(old.roles) and not may_administer(new.roles))
  execute function dismiss_administrator();

-- A new administrator can approve the uploads that wait already.
create trigger admitted after insert or update of state, roles on members for each row
  when ((new.state = 'seated') and may_administer(new.roles))
  execute function admit_administrator();
