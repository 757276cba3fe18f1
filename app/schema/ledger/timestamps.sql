alter table timestamps enable row level security;

alter table timestamps force row level security;

create policy engine on timestamps to liaison_engine using (true) with check (true);

create policy seen on timestamps for select to liaison_app using (jit = asking_jit());

grant select on timestamps to liaison_app;

grant select, insert on timestamps to liaison_engine;

create trigger insert_only before delete or update on timestamps for each row execute function refuse_change();

alter table timestamps enable always trigger insert_only;

create trigger no_truncate before truncate on timestamps for each statement execute function refuse_change();

alter table timestamps enable always trigger no_truncate;
