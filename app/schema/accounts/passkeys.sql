-- Grants of passkeys and answered_challenges. They belong to no team; the tables have no row-level security. Columns:
-- app/models/accounts/passkeys.py. Use: app/services/accounts/passkeys.py.

grant select, insert, delete, update (count, synchronised, last_used_at) on passkeys to liaison_app;

grant select, insert on answered_challenges to liaison_app;

-- The engine deletes challenges that have expired.
grant select, delete on answered_challenges to liaison_engine;
