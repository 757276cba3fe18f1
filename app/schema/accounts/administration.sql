-- Acts of an operator on accounts, the lists that an operator reads, and the log of these acts (operator_acts).
-- Columns: app/models/accounts/administration.py. Use: app/services/accounts/administration.py.
-- Every function checks asking_operator() itself. None of them reads an exhibit, a name of a member or a ledger, or
-- gives anybody a place in a team.

alter table operator_acts enable row level security;

alter table operator_acts force row level security;

-- The owner: note_operator_act and complete_setup write rows.
create policy definer on operator_acts to liaison_owner using (true) with check (true);

-- Read: every operator.
create policy seen on operator_acts for select to liaison_app using (asking_operator());

grant select on operator_acts to liaison_app;

-- The log of the operator's acts is insert-only.
create trigger kept before delete or update or truncate on operator_acts for each statement
  execute function refuse_change();

alter table operator_acts enable always trigger kept;

-- Raises an error unless the signed-in account is an operator. Called first by every function for operators.
create function demand_operator() returns void language plpgsql stable set search_path = public, pg_temp as $$
begin
  if not asking_operator() then
    raise exception 'only an operator does this' using errcode = 'insufficient_privilege';
  end if;
end $$;

revoke all on function demand_operator from public;

-- Records an act of the signed-in operator. `subject`: the address of the account, or empty. Security definer: the
-- application inserts no rows itself.
create function note_operator_act(act text, subject text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform demand_operator();
  insert into operator_acts (id, at, operator, act, subject)
  values (gen_random_uuid(), statement_timestamp(), asking_account(), note_operator_act.act, note_operator_act.subject);
end $$;

revoke all on function note_operator_act from public;

grant execute on function note_operator_act to liaison_app;

-- Disables an account, or enables one that an operator disabled. Returns the address; null if the account is absent,
-- the operator's own, closed for good, or in that state already. Security definer: requests do not close accounts.
create function set_account_disabled(account uuid, wanted boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  address text;
begin
  perform demand_operator();
  update accounts a set disabled = wanted, closed_at = case when wanted then statement_timestamp() end
   where a.id = account and a.id <> asking_account()
     and case when wanted then a.closed_at is null else a.disabled end
  returning a.email into address;
  if address is not null then
    perform note_operator_act(case when wanted then 'account.disabled' else 'account.enabled' end, address);
  end if;
  return address;
end $$;

revoke all on function set_account_disabled from public;

grant execute on function set_account_disabled to liaison_app;

-- Grants or withdraws the right to found teams. Returns the address; null if the account is absent, the operator's
-- own, closed, or has that right already. Security definer: requests do not change rights.
create function set_account_may_found(account uuid, wanted boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  address text;
begin
  perform demand_operator();
  update accounts a set may_found = wanted
   where a.id = account and a.id <> asking_account() and a.closed_at is null and a.may_found <> wanted
  returning a.email into address;
  if address is not null then
    perform note_operator_act(case when wanted then 'founding.granted' else 'founding.withdrawn' end, address);
  end if;
  return address;
end $$;

revoke all on function set_account_may_found from public;

grant execute on function set_account_may_found to liaison_app;

-- Lists the proposals of all teams that wait for a one-time code: name of the team, party, address, expiry, and nothing
-- else. Security definer: an operator is no member of these teams.
create function invitations_of_members()
returns table (id uuid, team text, party text, party_name text, email text, expires_at timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform demand_operator();
  perform set_config('app.administering', 'on', true);
  return query
    select m.id, j.name, p.code, p.name, m.email, m.one_time_code_expires_at
      from members m join jits j on j.id = m.jit left join parties p on p.jit = m.jit and p.id = m.party
     where m.state = 'proposed' and m.one_time_code_expires_at is not null and j.state <> 'closed'
     order by m.one_time_code_expires_at, m.id limit 1000;
  perform set_config('app.administering', '', true);
end $$;

revoke all on function invitations_of_members from public;

grant execute on function invitations_of_members to liaison_app;

-- Lists how many bytes each party of each team stores. Security definer: an operator is no member of these teams.
create function storage_of_teams()
returns table (jit uuid, team text, closed boolean, party text, party_name text, bytes bigint)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform demand_operator();
  perform set_config('app.administering', 'on', true);
  return query
    select j.id, j.name, j.state = 'closed', p.code, p.name, coalesce(s.bytes, 0)::bigint
      from jits j join parties p on p.jit = j.id left join storage s on s.jit = p.jit and s.party = p.id
     order by j.founded_at desc, j.id, p.code;
  perform set_config('app.administering', '', true);
end $$;

revoke all on function storage_of_teams from public;

grant execute on function storage_of_teams to liaison_app;
