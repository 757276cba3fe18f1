-- Grants of accounts. An account belongs to no team; the table has no row-level security. Columns:
-- app/models/accounts/accounts.py.

-- The command `liaison account` makes and closes accounts as liaison_owner. Functions make those of invited people
-- (teams/invitations.sql, account_invitations.sql) and carry out the acts of an operator (administration.sql). The
-- application itself changes only what a person sets for themselves.
grant select, update (name, password_hash, locale, time_zone) on accounts to liaison_app;

-- The background jobs read no names, addresses or password hashes.
grant select (id, time_zone, closed_at, demonstration) on accounts to liaison_engine;
