grant select, update (name, password_hash, locale, time_zone) on accounts to liaison_app;

grant select (id, time_zone, closed_at) on accounts to liaison_engine;
