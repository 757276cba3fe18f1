-- Grants of script_tokens. They belong to accounts; the table has no row-level security. Columns:
-- app/models/accounts/script_tokens.py. Use: app/services/accounts/script_tokens.py.

grant select, insert, update (last_used_at, last_address) on script_tokens to liaison_app;
