-- Accounts of invited people. Columns: app/models/accounts/accounts.py, app/models/teams/jits.py (members).
-- In Python: app/services/teams/invitations.py.

-- Creates the account of a person who was proposed as a member and has none. It needs a valid one-time code, not its
-- stored digest, and the e-mail address of the same proposal. Returns the name of the proposal; null if there is no such
-- proposal, or if the address has an account. Nobody else makes accounts except the operator.
-- The account needs a code for each place (needs_code): any team can propose any address, and hand its code to somebody
-- else. Another team must not seat that person by a confirmation alone.
-- Security definer: the application may not insert accounts, and reads no member before somebody has signed in.
create function accept_invitation(account uuid, address text, code text, password text, language text, zone text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  invited text;
begin
  select m.name into invited from members m
   where m.one_time_code_hash = sha256(convert_to('liaison-one-time-code/v1' || chr(10) || accept_invitation.code, 'UTF8'))
     and m.email = address and m.state = 'proposed'
     and m.one_time_code_expires_at > statement_timestamp();
  if invited is null then
    return null;
  end if;
  insert into accounts (id, email, name, password_hash, locale, time_zone, needs_code, created_at)
  values (account, address, invited, password, language, zone, true, statement_timestamp())
  on conflict (email) do nothing;
  return case when found then invited end;
end $$;

revoke all on function accept_invitation from public;

grant execute on function accept_invitation to liaison_app;
