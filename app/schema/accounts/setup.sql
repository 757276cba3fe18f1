-- Row-level security and functions of setup_codes: the code with which the first account of an installation is made.
-- Columns: app/models/accounts/administration.py. Use: app/services/accounts/setup.py.

alter table setup_codes enable row level security;

alter table setup_codes force row level security;

-- The owner: only the functions below read and write the row.
create policy definer on setup_codes to liaison_owner using (true) with check (true);

-- Read: nobody.
create policy seen on setup_codes for select to liaison_app using (false);

-- Whether the installation has an account. Accounts of the demonstration do not count: they cannot sign in elsewhere.
-- Accounts that are closed count.
create function has_accounts() returns boolean language sql stable set search_path = public, pg_temp
return exists (select 1 from accounts a where not a.demonstration);

revoke all on function has_accounts from public;

-- Replaces the setup code at the start of a server, and removes it if an account exists. Returns whether setup is open.
-- Security definer: the engine role starts the server, and requests must not choose the code.
create function open_setup(digest bytea) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from setup_codes;
  if has_accounts() then
    return false;
  end if;
  insert into setup_codes (id, code_hash) values (1, digest);
  return true;
end $$;

revoke all on function open_setup from public;

grant execute on function open_setup to liaison_engine;

-- Whether setup is open: a code exists, and no account. Security definer: requests read no row of the table.
create function setup_is_open() returns boolean
language sql stable security definer set search_path = public, pg_temp
return exists (select 1 from setup_codes) and not has_accounts();

revoke all on function setup_is_open from public;

grant execute on function setup_is_open to liaison_app;

-- Compares a setup code. Returns `right`, `wrong` or `closed`. Wrong codes are not counted: nobody guesses 140 bits, and
-- a count would let others on this machine void the code. Security definer: as above.
create function try_setup_code(digest bytea) returns text
language sql volatile security definer set search_path = public, pg_temp
return case when not setup_is_open() then 'closed'
            when exists (select 1 from setup_codes s where s.code_hash = digest) then 'right' else 'wrong' end;

revoke all on function try_setup_code from public;

grant execute on function try_setup_code to liaison_app;

-- Creates the operator's account with the setup code, and removes the code. Returns `done`, `taken` if an account of
-- the demonstration has the address, or what try_setup_code returns. The lock on the table admits one setup only, and
-- no account that another way creates at the same time. Security definer: the application may not insert accounts.
create function complete_setup(digest bytea, account uuid, address text, person text, password text, language text,
  zone text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  tried text;
begin
  lock table accounts in share row exclusive mode;
  tried := try_setup_code(digest);
  if tried <> 'right' then
    return tried;
  elsif exists (select 1 from accounts a where a.email = address) then
    return 'taken';
  end if;
  insert into accounts (id, email, name, password_hash, locale, time_zone, operator, needs_code, created_at)
  values (account, address, person, password, language, zone, true, true, statement_timestamp());
  delete from setup_codes;
  insert into operator_acts (id, at, operator, act, subject)
  values (gen_random_uuid(), statement_timestamp(), account, 'setup.completed', address);
  return 'done';
end $$;

revoke all on function complete_setup from public;

grant execute on function complete_setup to liaison_app;
