-- Row-level security and functions of account_invitations: accounts that an operator offers to people.
-- Columns: app/models/accounts/administration.py. Use: app/services/accounts/account_invitations.py.
-- Every function of an operator checks asking_operator() itself, and records the act.

alter table account_invitations enable row level security;

alter table account_invitations force row level security;

-- The owner: only the functions below read and write rows.
create policy definer on account_invitations to liaison_owner using (true) with check (true);

-- Read: an operator.
create policy seen on account_invitations for select to liaison_app using (asking_operator());

-- Without the hash of the code.
grant select (id, email, name, may_found, expires_at, invited_by, invited_at) on account_invitations to liaison_app;

-- Invites a person to create an account. Returns `invited`; or `account` or `invitation` if the address has one. An
-- expired invitation is replaced. Security definer: no request writes the table.
create function invite_account(invitation uuid, address text, person text, founds boolean, digest bytea,
  expiry timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform demand_operator();
  if exists (select 1 from accounts a where a.email = address) then
    return 'account';
  end if;
  delete from account_invitations i where i.email = address and i.expires_at <= statement_timestamp();
  insert into account_invitations (id, email, name, may_found, code_hash, expires_at, invited_by, invited_at)
  values (invitation, address, person, founds, digest, expiry, asking_account(), statement_timestamp())
  on conflict (email) do nothing;
  if not found then
    return 'invitation';
  end if;
  perform note_operator_act('account.invited', address);
  return 'invited';
end $$;

revoke all on function invite_account from public;

grant execute on function invite_account to liaison_app;

-- Replaces the code of an invitation; the former code is void. Returns the address, null without such an invitation.
-- Security definer: as above.
create function reissue_account_invitation(invitation uuid, digest bytea, expiry timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  address text;
begin
  perform demand_operator();
  update account_invitations i set code_hash = digest, expires_at = expiry where i.id = invitation
  returning i.email into address;
  if address is not null then
    perform note_operator_act('invitation.reissued', address);
  end if;
  return address;
end $$;

revoke all on function reissue_account_invitation from public;

grant execute on function reissue_account_invitation to liaison_app;

-- Withdraws an invitation; its code is void. Returns the address, null without such an invitation. Security definer:
-- as above.
create function withdraw_account_invitation(invitation uuid) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  address text;
begin
  perform demand_operator();
  delete from account_invitations i where i.id = invitation returning i.email into address;
  if address is not null then
    perform note_operator_act('invitation.withdrawn', address);
  end if;
  return address;
end $$;

revoke all on function withdraw_account_invitation from public;

grant execute on function withdraw_account_invitation to liaison_app;

-- Creates the account of an invited person. It needs a valid code, not its stored digest, and the address of the same
-- invitation. Returns the name; null without such an invitation, or if the address has an account. Security definer:
-- the application may not insert accounts.
create function accept_account_invitation(account uuid, address text, code text, password text, language text,
  zone text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  invited account_invitations;
begin
  delete from account_invitations i
   where i.code_hash = sha256(convert_to('liaison-account-code/v1' || chr(10) || accept_account_invitation.code, 'UTF8'))
     and i.email = address and i.expires_at > statement_timestamp()
  returning * into invited;
  if invited.id is null then
    return null;
  end if;
  insert into accounts (id, email, name, password_hash, locale, time_zone, may_found, needs_code, created_at)
  values (account, address, invited.name, password, language, zone, invited.may_found, true, statement_timestamp())
  on conflict (email) do nothing;
  return case when found then invited.name end;
end $$;

revoke all on function accept_account_invitation from public;

grant execute on function accept_account_invitation to liaison_app;
