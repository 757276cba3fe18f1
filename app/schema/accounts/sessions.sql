-- Grants of sessions: signed-in browsers and tokens. The table has no row-level security. Columns:
-- app/models/accounts/accounts.py. Use: app/services/accounts/sessions.py.

grant select, insert, update (last_seen_at, ended_at, second_factor) on sessions to liaison_app;

-- Background jobs delete expired sessions, and tell people of unfamiliar ones. They do not read secrets' hashes.
grant delete, select (id, account, kind, unfamiliar, created_at, last_seen_at, expires_at, ended_at) on sessions to liaison_engine;
