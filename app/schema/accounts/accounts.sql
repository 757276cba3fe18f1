-- Grants of accounts. An account belongs to no team; the table has no row-level security. Columns:
-- app/models/accounts/accounts.py.

-- Accounts are made and closed by the operator, as liaison_owner. The application changes only what a person sets for
-- themselves.
grant select, update (name, password_hash, locale, time_zone) on accounts to liaison_app;

-- The background jobs read no names, addresses or password hashes.
grant select (id, time_zone, closed_at) on accounts to liaison_engine;
