-- Grants of authenticator_apps and recovery_codes. They belong to no team; the tables have no row-level security. Columns:
-- app/models/accounts/second_factors.py. Use: app/services/accounts/second_factors.py.

grant select, insert, delete, update (secret, created_at, confirmed_at, last_step) on authenticator_apps to liaison_app;

grant select, insert, delete, update (used_at) on recovery_codes to liaison_app;
