grant select, insert, update (last_seen_at, ended_at) on sessions to liaison_app;

grant delete, select (id, account, kind, last_seen_at, expires_at, ended_at) on sessions to liaison_engine;
