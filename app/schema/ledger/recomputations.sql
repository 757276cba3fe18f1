alter table recomputations enable row level security;

alter table recomputations force row level security;

create policy engine on recomputations to liaison_engine using (true) with check (true);

create policy seen on recomputations for select to liaison_app using ((jit = asking_jit()) AND true);

grant select (jit, started_at, finished_at) on recomputations to liaison_app;

grant select, insert, update on recomputations to liaison_engine;
