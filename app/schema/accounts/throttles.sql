grant select, insert, delete, update on throttles to liaison_app;

grant select, delete on throttles to liaison_engine;
