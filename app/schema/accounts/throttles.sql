-- Grants of throttles: failed sign-ins by account name and address. The table has no row-level security. Columns:
-- app/models/accounts/accounts.py.
-- app/services/accounts/throttles.py says which attempts are counted and when a row is deleted.

grant select, insert, delete, update on throttles to liaison_app;

grant select, delete on throttles to liaison_engine;
