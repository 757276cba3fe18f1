-- Policies, grants and triggers of the table role_changes: proposed changes of a member's roles.
-- Columns: app/models/teams/role_changes.py. Who proposes and confirms: app/services/teams/role_changes.py.

-- Gives a member the roles of the proposal `wanted`, which the asking leader confirmed in this transaction.
-- app/services/teams/role_changes.py calls it. It is the only way to change roles: a role gives access, so that the
-- application has no grant to write them.
-- Security definer: for that reason.
create function apply_confirmed_roles(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update members m set roles = r.roles, version = m.version + 1 from role_changes r
   where r.id = wanted and r.jit = asking_jit() and r.outcome = 'confirmed' and r.decided_by = asking_seat()
     and r.xmin = pg_current_xact_id()::xid and m.jit = r.jit and m.id = r.member;
  if not found then
    raise exception 'roles change by a confirmed proposal' using errcode = 'insufficient_privilege';
  end if;
end $$;

revoke all on function apply_confirmed_roles from public;

grant execute on function apply_confirmed_roles to liaison_app;

-- Trigger: in a transaction that confirms a proposal, the member has its roles at the end.
-- Security definer: it reads the member whatever the application may see.
create function demand_roles_applied() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select 1 from members m where m.jit = new.jit and m.id = new.member and m.roles = new.roles) then
    raise exception 'the member has the roles of the proposal' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

alter table role_changes enable row level security;

alter table role_changes force row level security;

-- The owner: apply_confirmed_roles looks for the confirmed proposal.
create policy definer on role_changes to liaison_owner using (true);

-- Propose: a leader for a member of their own party, or a coordinator, in their own name. Administrators and
-- coordinators act on other parties: only a coordinator proposes that a member gets these roles.
create policy inserted on role_changes for insert to liaison_app
  with check (jit = asking_jit() and proposed_by = asking_seat() and outcome is null
    and (may_lead() and party = asking_party() or may_coordinate())
    and exists (select 1 from members m where m.jit = role_changes.jit and m.id = member and m.party = role_changes.party
      and (may_coordinate()
        or not '{administrator,coordinator}' && array(select unnest(role_changes.roles) except select unnest(m.roles)))));

-- Read: the party of the member, and the coordinator who proposed it. The reason is for nobody else,
-- as in the entries of the proposal and of its withdrawal.
create policy seen on role_changes for select to liaison_app
  using (jit = asking_jit() and (party = asking_party() or proposed_by = asking_seat()));

-- Confirm: another leader of the party than the proposing and the changed member, also by account. Withdraw: its
-- leaders except the changed member, and the proposing member.
create policy updated on role_changes for update to liaison_app
  using (jit = asking_jit() and outcome is null)
  with check (jit = asking_jit() and decided_by = asking_seat()
    and case outcome
      when 'confirmed' then may_lead() and party = asking_party() and is_another(proposed_by) and is_another(member)
      else may_lead() and party = asking_party() and is_another(member) or proposed_by = asking_seat() end);

grant select, insert, update (outcome, decided_by, decided_at) on role_changes to liaison_app;

-- Each proposal and decision commits together with its ledger entry, which states the same roles.
create constraint trigger entered after insert on role_changes deferrable initially deferred for each row
  execute function demand_entered_values('{member.roles_proposed}', 'member', 'member', 'roles', 'reason');

create constraint trigger entered_changed after update on role_changes deferrable initially deferred for each row
  when (new.outcome = 'confirmed')
  execute function demand_entered_values('{member.roles_changed}', 'member', 'member', 'roles', 'reason');

create constraint trigger entered_withdrawn after update on role_changes deferrable initially deferred for each row
  when (new.outcome = 'withdrawn')
  execute function demand_entered_values('{member.roles_withdrawn}', 'member', 'member', 'roles');

create constraint trigger applied after update on role_changes deferrable initially deferred for each row
  when (new.outcome = 'confirmed')
  execute function demand_roles_applied();
